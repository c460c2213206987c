import type { JSONObject } from "@ai-sdk/provider";
import type { BookOutline } from "./book-outline.ts";

/** Who is being asked. `review` repairs what another role answered. */
export type Role = "research" | "outline" | "chapter" | "review";

/**
 * What a call is about, beside its prompt and for machines: it travels as `providerOptions.sorami`, which real
 * providers ignore and the demo model lives on.
 */
export type CallContext = {
  role: Role;
  request: {
    title?: string;
    topic: string;
    goal: string;
    audience?: string;
    tone?: string;
    instructions?: string;
    /** Of the book; French gets French typography. */
    language?: string;
    /** Words asked of each chapter; in a call for a chapter, that chapter's budget. */
    words: number;
    /** How many chapters were asked for; absent: the outline decides, 5 to 10. */
    chapters?: number;
    /** Present from the first chapter on. */
    outline?: BookOutline;
    /** The chapter being written, from 1. */
    position?: number;
  };
};

/** The `providerOptions` of a call. */
export const soramiOptions = (context: CallContext): { sorami: JSONObject } => ({
  sorami: JSON.parse(JSON.stringify(context)) as JSONObject,
});

/** Reads the context back, in a model that wants it. */
export const readContext = (providerOptions: Record<string, JSONObject> | undefined): CallContext | undefined =>
  providerOptions?.sorami as CallContext | undefined;
