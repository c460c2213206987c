/** Prompts are worded by hand in French and in English; a book in any other language takes the English ones. */
export type Worded<Text> = { fr: Text; en: Text };

export const worded = <Text>(language: string | undefined, texts: Worded<Text>): Text =>
  language === undefined || language === "fr" ? texts.fr : texts.en;

/** What stands before a colon, and after it. */
export const colon = (language: string | undefined, before: string, after: string | number): string =>
  `${before}${worded(language, { fr: " : ", en: ": " })}${after}`;

const englishNames: Record<string, string> = {
  es: "Spanish (español)",
  de: "German (Deutsch)",
  it: "Italian (italiano)",
  pt: "Portuguese (português)",
  nl: "Dutch (Nederlands)",
};

/** A book's language as an English prompt names it. */
export const inEnglish = (language: string | undefined): string => englishNames[language ?? ""] ?? "English";

/** A prompt in English has to say that its answer is to be in another language. */
export const isForeignToPrompts = (language: string | undefined): boolean => englishNames[language ?? ""] !== undefined;
