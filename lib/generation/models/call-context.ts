import type { JSONObject } from "@ai-sdk/provider";
import type { BookBrief } from "../brief/book-brief.ts";

/** `review` repairs the answers of the others. */
export type Role = "research" | "outline" | "chapter" | "review";

/** Travels as `providerOptions.sorami`, which real providers ignore and the demo model writes from. */
export type CallContext = { role: Role; request: BookBrief };

export const soramiOptions = (context: CallContext): { sorami: JSONObject } => ({
  sorami: JSON.parse(JSON.stringify(context)) as JSONObject,
});

export const readContext = (providerOptions: Record<string, JSONObject> | undefined): CallContext | undefined =>
  providerOptions?.sorami as CallContext | undefined;
