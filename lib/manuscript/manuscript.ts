import type { ManuscriptType } from "../contract/manuscript.ts";
import type { Refusal } from "./threads.ts";

/** `bytes` are kept as they came; the chapters name it as `images/NAME`. */
export type Picture = { name: string; type: string; bytes: Uint8Array };

/** Without a title, its text has no heading of its own. */
export type ManuscriptChapter = { title?: string; content: string; words: number };

/** What a file says; its title and its language are absent where it tells none. */
export type Manuscript = {
  type: ManuscriptType;
  title?: string;
  language?: string;
  chapters: ManuscriptChapter[];
  pictures: Picture[];
  picturesLeftOut: number;
};

/** What was uploaded: the name of the file as its author gave it, and the other fields of the form. */
export type Upload = { name: string; hash: string; fields: Record<string, string>; manuscript: Manuscript };

/** What the thread that read a file says of it. */
export type Outcome = { upload: Upload } | Refusal;
