import { number } from "#app/_components/text/numbers.ts";
import { BookRequest } from "#lib/contract/book.ts";

/** What is typed, as typed. */
export const blank = {
  topic: "",
  goal: "",
  title: "",
  language: "",
  chapters: "",
  words_per_chapter: "",
  audience: "",
  tone: "",
  instructions: "",
  max_cost: "",
  /** Ticked when not empty. */
  review_outline: "",
};
export type Fields = typeof blank;
export type FieldErrors = Partial<Record<string, string>>;

const toNumber = (text: string) => (text.trim() === "" ? undefined : Number(text.replace(/\s/g, "").replace(",", ".")));

/** The request the fields make: an empty field is left out. */
export function toRequest(fields: Fields) {
  const { chapters, words_per_chapter, max_cost, topic, goal, review_outline, ...texts } = fields;
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== "");
  return {
    topic,
    goal,
    ...Object.fromEntries(filled),
    ...(review_outline && { review_outline: true }),
    ...(chapters.trim() && { chapters: toNumber(chapters) }),
    ...(words_per_chapter.trim() && { words_per_chapter: toNumber(words_per_chapter) }),
    ...(max_cost.trim() && { max_cost: toNumber(max_cost) }),
  };
}

const sentences: Record<string, string> = {
  max_cost: "Un montant en dollars, supérieur à 0.",
};
const missing: Record<string, string> = {
  topic: "Donnez un sujet : quelques mots suffisent.",
  goal: "Dites ce que le lecteur en retirera : une phrase suffit.",
};

/** What the contract finds wrong with the fields, one sentence each. */
export function check(fields: Fields): FieldErrors {
  const parsed = BookRequest.safeParse(toRequest(fields));
  if (parsed.success) return {};
  const errors: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? "");
    const numeric = name === "chapters" || name === "words_per_chapter";
    errors[name] ??=
      sentences[name] ??
      (issue.code === "too_big"
        ? `${number(Number(issue.maximum))} ${numeric ? "" : "caractères "}au plus.`
        : issue.code === "too_small"
          ? `${number(Number(issue.minimum))} au moins.`
          : numeric
            ? "Un nombre entier, en chiffres."
            : (missing[name] ?? `Ce champ ${issue.message}.`));
  }
  return errors;
}
