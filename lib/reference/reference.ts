import type { ReferenceType } from "../contract/reference.ts";
import type { Refusal } from "../manuscript/threads.ts";

/** What stands together in a document: a page, or what follows a heading. `place` is its number or its name. */
export type Section = { place?: string; paragraphs: string[] };

/** What is looked up and cited; `place` says where it stands. */
export type Passage = { place?: string; text: string };

/** An author's own document once read; `language` is the one that it names, if any. */
export type ReadReference = {
  type: ReferenceType;
  title?: string;
  passages: Passage[];
  words: number;
};

export type ReferenceUpload = { name: string; hash: string; fields: Record<string, string>; reference: ReadReference };

/** What the thread that read a file says of it. */
export type Outcome = { upload: ReferenceUpload } | Refusal;
