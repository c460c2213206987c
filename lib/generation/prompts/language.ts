/** Prompts are worded by hand in French and in English; a book in any other language would take one of them. */
export type Worded<Text> = { fr: Text; en: Text };

export const worded = <Text>(language: string | undefined, texts: Worded<Text>): Text =>
  language === "en" ? texts.en : texts.fr;
