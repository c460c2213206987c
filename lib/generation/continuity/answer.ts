import { z } from "zod";
import { bibleLimits } from "../../contract/limits.ts";
import { foldText } from "../../contract/outline.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { jsonValuesIn } from "../outline/json-values.ts";

const Named = z.object({ name: z.string(), description: z.string() });

/** What providers are asked for. */
export const LearntShape = z.object({
  summary: z.string(),
  characters: z.array(Named),
  places: z.array(Named),
  facts: z.array(z.string()),
  opened: z.array(z.string()),
  closed: z.array(z.string()),
  contradictions: z.array(z.object({ entry: z.string(), text: z.string() })),
});
/** What a small model is asked for. */
export const ShortShape = LearntShape.pick({ summary: true, characters: true, facts: true });

/** What a model says that a chapter has set, as it says it. */
export type Said = z.infer<typeof LearntShape>;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The names that models give to the parts of their answer, in bare letters. */
const names = {
  summary: /^(?:(?:chapter)?summary|resume(?:duchapitre)?|synopsis|recapitulatif|recap)$/,
  characters: /^(?:(?:main)?characters?|personnages?|people|persons?|personnes?)$/,
  places: /^(?:places?|lieux?|locations?|settings?|endroits?)$/,
  facts: /^(?:(?:key|new|established)?facts?|faits?(?:etablis|nouveaux|cles)?)$/,
  opened: /^(?:open(?:ed)?(?:threads?)?|threads?(?:open(?:ed)?)?|(?:fils?)?ouverts?|fils?|questions?)$/,
  closed: /^(?:closed?(?:threads?)?|threads?closed|resolved|(?:fils?)?(?:fermes?|resolus?|clos))$/,
  contradictions: /^(?:contradictions?|inconsistenc(?:y|ies)|incoherences?|conflicts?)$/,
  name: /^(?:name|nom|title|titre)$/,
  description: /^(?:description|details?|role|text|texte|says|who|what|qui|quoi)$/,
  entry: /^(?:entry|line|ligne|number|numero|id|entree|against|contre)$/,
  text: /^(?:text|texte|says|dit|description|contradiction|statement|what|quoi)$/,
};
type Name = keyof typeof names;
const parts = ["summary", "characters", "places", "facts", "opened", "closed", "contradictions"] as const;

const bareName = (key: string) => foldText(key).replaceAll(" ", "");
const part = (fields: Fields, name: Name): unknown =>
  fields[name] ?? Object.entries(fields).find(([key]) => names[name].test(bareName(key)))?.[1];

function textOf(value: unknown): string {
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(" ");
  return isFields(value) ? Object.values(value).map(textOf).filter(Boolean).join("\u202f: ") : "";
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === "string" ? value.split(/\n+/) : isFields(value) ? [value] : [];

/** A map says each description under its name. */
function namedOf(value: unknown): z.infer<typeof Named>[] {
  if (isFields(value) && part(value, "name") === undefined)
    return Object.entries(value).map(([name, about]) => ({ name: textOf(name), description: textOf(about) }));
  return listOf(value).map((one) => {
    if (isFields(one)) return { name: textOf(part(one, "name")), description: textOf(part(one, "description")) };
    const [, name = "", description = ""] = /^([^:–—(]{1,120})(?:\s*[:–—(]\s*(.*))?$/u.exec(textOf(one)) ?? [];
    return { name: name.trim(), description };
  });
}

const contradictionsOf = (value: unknown): Said["contradictions"] =>
  listOf(value).map((one) =>
    isFields(one)
      ? { entry: textOf(part(one, "entry")), text: textOf(part(one, "text")) }
      : { entry: "", text: textOf(one) },
  );

const linesOf = (value: unknown) => listOf(value).map(textOf);

const hasPart = (fields: Fields) => parts.some((name) => part(fields, name) !== undefined);

/** Finds the answer in what a model gave for it: bare, in a list, or wrapped. */
function partsIn(value: unknown, depth = 0): Fields | undefined {
  if (depth > 3) return undefined;
  if (isFields(value) && hasPart(value)) return value;
  const inner = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : [];
  for (const one of inner) {
    const found = partsIn(one, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function saidOf(fields: Fields): Said {
  const threads = part(fields, "opened");
  const nested = isFields(threads) ? threads : fields;
  return {
    summary: textOf(part(fields, "summary")),
    characters: namedOf(part(fields, "characters")),
    places: namedOf(part(fields, "places")),
    facts: linesOf(part(fields, "facts")),
    opened: linesOf(part(nested, "opened")),
    closed: linesOf(part(nested, "closed")),
    contradictions: contradictionsOf(part(fields, "contradictions")),
  };
}

/** Cuts a text at the end of a sentence, else of a word. */
export function bounded(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return upToLastSentence(cut) || cut.slice(0, Math.max(1, cut.lastIndexOf(" "))).toWellFormed();
}

/** @returns undefined when the answer has no part of what was asked */
export function readSaid(text: string, wasCut: boolean): Said | undefined {
  const found = jsonValuesIn(text, wasCut).map(({ value }) => partsIn(value));
  const fields = found.find((one) => one !== undefined);
  if (!fields) return undefined;
  const said = LearntShape.parse(saidOf(fields));
  return { ...said, summary: bounded(said.summary, bibleLimits.summary) };
}
