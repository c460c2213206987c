import type { JSONObject } from "@ai-sdk/provider";
import type { BookBrief } from "../brief/book-brief.ts";

/** The role that is asked. `review` repairs the answers of the others. */
export type Role = "research" | "outline" | "chapter" | "review";

/**
 * A call's role and book, beside its prompt and for machines: it travels as `providerOptions.sorami`, which real providers
 * ignore and the demo model writes from.
 */
export type CallContext = { role: Role; request: BookBrief };

/** The `providerOptions` of a call. */
export const soramiOptions = (context: CallContext): { sorami: JSONObject } => ({
  sorami: JSON.parse(JSON.stringify(context)) as JSONObject,
});

/** Reads the context back, in a model that wants it. */
export const readContext = (providerOptions: Record<string, JSONObject> | undefined): CallContext | undefined =>
  providerOptions?.sorami as CallContext | undefined;
