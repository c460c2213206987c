/** What models write beside the subject in a language, as patterns over text in lower case. */
export type Phrases = {
  /** A heading that concludes, without its punctuation. */
  conclusions: string[];
  /** Begins a paragraph that concludes. */
  concluding: string[];
  /** Names what was asked for: a text, a chapter. */
  works: string;
  /** Begins a line that hands the text over. */
  handing: string[];
  /** Begins a line that offers more of it. */
  offers: string[];
  /** Speaks of the chapter instead of its subject. */
  announcing: string[];
  /** Refers to what was said. */
  recalling: string[];
  apologies: string[];
  inabilities: string[];
  /** Stands before a heading's number. */
  numbered: string;
};
