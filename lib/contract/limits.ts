export const chapterLimits = { min: 1, max: 30 } as const;

/** Words of a chapter; `usual` when none are asked. */
export const budgetLimits = { min: 200, max: 10_000, usual: 3000 } as const;

/** Characters; `lines` bounds lists. */
export const outlineLimits = {
  chapters: chapterLimits.max,
  title: 255,
  description: 2000,
  lines: 20,
  line: 500,
  sources: 500,
} as const;

/** Questions of a chapter's research, and the characters of one. */
export const researchLimits = { questions: 12, question: 300 } as const;

/** Characters of a book's bible; `names`, `facts` and `threads` bound its lists. */
export const bibleLimits = { summary: 2000, name: 120, text: 500, names: 80, facts: 300, threads: 100 } as const;

export const isWithin = ({ min, max }: { min: number; max: number }, value: number) =>
  Number.isInteger(value) && value >= min && value <= max;

/** Words of a sample of an author's text; characters of what a style sheet says; `voices` bounds how many are kept. */
export const voiceLimits = {
  sample: { min: 200, max: 2000 },
  sampleCharacters: 40_000,
  name: 80,
  register: 200,
  description: 1000,
  word: 60,
  words: 30,
  voices: 200,
} as const;

/** What a received book can be at most: characters of a title and of a text about it, chapters, bytes of one (contract §5). */
export const wireLimits = { line: 2000, lines: 20_000, items: 2000, chapterBytes: 2 * 1024 * 1024 } as const;

/** Bytes of a file that a person sends. */
const fileBytes = 20 * 1024 * 1024;

/** What a manuscript can be at most. */
export const manuscriptLimits = {
  fileBytes,
  /** Of each of its pictures, and of all that are kept. */
  pictureBytes: 5 * 1024 * 1024,
  picturesBytes: 20 * 1024 * 1024,
  pictures: 1000,
  /** Of the event that brings it to the shelf. */
  payloadBytes: 10 * 1024 * 1024,
} as const;

/** What an author's own document can be at most. */
export const referenceLimits = {
  fileBytes,
  /** Of its text: a thousand pages of a novel are two million. */
  characters: 5_000_000,
  pages: 5000,
  name: 255,
  place: 200,
  /** Documents of one book. */
  perBook: 10,
} as const;

/** Characters of a passage: `usual` is where paragraphs are no longer joined, `max` where one is cut. */
export const passageLimits = { usual: 1100, max: 1500 } as const;
