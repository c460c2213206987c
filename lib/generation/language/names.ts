import { languageNames } from "../../contract/values.ts";

const names: Record<string, string> = languageNames;

/** A book's language as a French sentence names it: « en français ». */
export const nameOf = (language: string): string => names[language] ?? language;
