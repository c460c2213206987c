import type { Language } from "./prose.ts";

const named: Record<string, Language> = { Spanish: "es", German: "de", Italian: "it", Portuguese: "pt", Dutch: "nl" };

/** The language in which a prompt asks for its answer. */
export function languageOf(prompt: string): Language {
  const name = /^Language of the text: (\w+)/m.exec(prompt)?.[1] ?? "";
  return named[name] ?? (/^Topic: /m.test(prompt) ? "en" : "fr");
}
