import type { WebhookPayload } from "../contract/wire.ts";
import type { Transaction } from "../database/client.ts";

type Source = { id: string; receivedAt: Date };

/** Stores the book of an event, and returns its id; a failure and a test have none (contract §5). */
export async function shelve(tx: Transaction, inbox: Source, payload: WebhookPayload): Promise<string | undefined> {
  if (payload.status === "failed" || payload.job_id.startsWith("test-")) return undefined;
  const data = payload.book_data;
  const book = await tx.book.create({
    data: {
      inboxId: inbox.id,
      jobId: payload.job_id,
      title: data.book_title,
      topic: data.topic,
      goal: data.goal,
      outline: data.outline,
      generatedAt: data.generated_at,
      wordCount: data.word_count,
      chapterCount: data.chapter_count,
      receivedAt: inbox.receivedAt,
    },
    select: { id: true },
  });
  // As one parameter: createMany takes ten times as long.
  await tx.$executeRaw`
    INSERT INTO "BookChapter" ("bookId", "position", "title", "content")
    SELECT ${book.id}::uuid, position, chapter->>'title', chapter->>'content'
    FROM jsonb_array_elements(${JSON.stringify(data.chapters)}::jsonb) WITH ORDINALITY AS item(chapter, position)`;
  return book.id;
}
