import { z } from "zod";

/** How much a model thinks before it answers; `auto` leaves it to the model. */
export const Reasoning = z.enum(["auto", "off", "low", "medium", "high"]);
export type Reasoning = z.infer<typeof Reasoning>;

const roles = ["research", "outline", "chapter", "review"] as const;
export const ReasoningByRole = z.strictObject({
  research: Reasoning,
  outline: Reasoning,
  chapter: Reasoning,
  review: Reasoning,
} satisfies Record<(typeof roles)[number], typeof Reasoning>);
export type ReasoningByRole = z.infer<typeof ReasoningByRole>;

const ofAll = (level: string | undefined) => roles.map((role) => [role, level ?? "auto"]);

/** @returns undefined for what is not written as `low`, `chapter=off` or several of them, with commas between */
export function parseReasoning(value: string): ReasoningByRole | undefined {
  const entries = value.split(",").map((entry) => entry.split("=").map((part) => part.trim()));
  const [every, ...others] = entries.filter((entry) => entry.length === 1);
  const ofRoles = entries.filter((entry) => entry.length === 2);
  if (others.length > 0 || ofRoles.length + (every ? 1 : 0) < entries.length) return undefined;
  if (new Set(ofRoles.map(([role]) => role)).size < ofRoles.length) return undefined;
  return ReasoningByRole.safeParse(Object.fromEntries([...ofAll(every?.[0]), ...ofRoles])).data;
}
