const names: Record<string, string> = { fr: "français", en: "anglais" };

/** A book's language as a French sentence names it: « en français ». */
export const nameOf = (language: string): string => names[language] ?? language;
