import { z } from "zod";
import { wireLimits } from "./limits.ts";
import { storable, Timestamp, text } from "./text.ts";
import { eventTypes } from "./values.ts";

export const Environment = z.enum(["development", "production"]);
export type Environment = z.infer<typeof Environment>;

export const EventType = z.enum(eventTypes);
export type EventType = z.infer<typeof EventType>;

const line = () => text(wireLimits.line);
const lines = () => text(wireLimits.lines);

export const OutlineEntry = z.object({ title: line(), description: lines() });
export type OutlineEntry = z.infer<typeof OutlineEntry>;

const isBeyond = (content: string, maxBytes: number) =>
  content.length > maxBytes || (3 * content.length > maxBytes && new TextEncoder().encode(content).length > maxBytes);

const content = storable().refine((chapter) => !isBeyond(chapter, wireLimits.chapterBytes), "dépasse 2 Mio");

export const ChapterContent = z.object({ title: line(), content });
export type ChapterContent = z.infer<typeof ChapterContent>;

const maxReportedItems = 10;

/** Stops at the first invalid items: each costs an issue, and a body may hold millions of them. */
function list<Item extends z.ZodType>(item: Item) {
  const tooMany = `attend ${wireLimits.items} éléments au plus`;
  return z
    .array(z.unknown())
    .max(wireLimits.items, { error: tooMany, abort: true })
    .transform((values, context): z.infer<Item>[] => {
      const items: z.infer<Item>[] = [];
      let invalid = 0;
      for (const [index, value] of values.entries()) {
        const parsed = item.safeParse(value);
        if (parsed.success) items.push(parsed.data);
        else {
          for (const { path, message } of parsed.error.issues)
            context.addIssue({ code: "custom", path: [index, ...path], message });
          invalid += 1;
          if (invalid === maxReportedItems) break;
        }
      }
      return items;
    });
}

const count = z.number().int().min(0).max(2_147_483_647);

/** The seed's fields, in the order of the wire. */
export const BookData = z.object({
  book_title: line(),
  topic: line(),
  goal: lines(),
  outline: list(OutlineEntry),
  chapters: list(ChapterContent),
  generated_at: Timestamp,
  word_count: count,
  chapter_count: count,
});
export type BookData = z.infer<typeof BookData>;

const envelope = { job_id: line().min(1, "ne peut pas être vide"), timestamp: Timestamp };

/** Lenient where the seed’s own samples are (contract §5), strict on what could not be stored. */
export const WebhookPayload = z.discriminatedUnion(
  "status",
  [
    z.object({
      job_id: envelope.job_id,
      status: z.literal("completed"),
      timestamp: envelope.timestamp,
      environment: line().optional(),
      book_data: BookData,
    }),
    z.object({
      job_id: envelope.job_id,
      status: z.literal("failed"),
      timestamp: envelope.timestamp,
      environment: line().optional(),
      /** A failure may come without a reason. */
      error: lines().nullish(),
    }),
  ],
  { error: (issue) => (issue.code === "invalid_union" ? "accepte completed ou failed" : undefined) },
);
export type WebhookPayload = z.infer<typeof WebhookPayload>;
