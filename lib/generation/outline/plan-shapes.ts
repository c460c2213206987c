import { foldText } from "../../contract/outline.ts";

type Fields = Record<string, unknown>;

/** The names that models give to the parts of a plan, in bare letters. */
const names = {
  title:
    /^(?:(?:chapter|book|section)?(?:title|name|heading)|(?:titre|nom|intitule)(?:d[ue])?(?:chapitre|livre|section)?)$/,
  chapters:
    /^(?:(?:les?|the|book|list(?:ede)?(?:s)?)?chap(?:ters?|itres?)(?:list|s)?|sections|part(?:ie)?s|outline|plan|structure|contents?|tableofcontents|tabledesmatieres|sommaire)$/,
  description:
    /^(?:(?:chapter)?(?:description|summary|synopsis|overview|abstract)|desc|resume|contenu|content|apport|objectifs?|goal|purpose|presentation)$/,
  key_points:
    /^(?:(?:key|main)(?:points?|ideas?|topics?|concepts?|elements?|takeaways?)|(?:points?|idees?|elements?|notions?)(?:cles?|clefs?|principa(?:ux|les)|essentiel(?:le)?s)?|bullets?(?:points?)?|topics|themes|sujets|sections|subsections|souschapitres)$/,
  defines:
    /^(?:defines?|(?:defined|key)?terms?|definitions?|definit|termes?(?:cles|definis)?|gloss(?:ary|aire)|vocabula(?:ry|ire))$/,
  elsewhere: /^(?:elsewhere|ailleurs|(?:treated|traite)(?:elsewhere|ailleurs)|seealso|voiraussi|references?|renvois?)$/,
  term: /^(?:terme?|mot|word|name|nom|notion|concept)$/,
  definition: /^(?:definition|meaning|sens|description|explanation|explication)$/,
  what: /^(?:what|quoi|topic|sujet|theme|term|description|contenu)$/,
  where: /^(?:where|ou|chap(?:ter|itre)|in|dans|title|titre|reference)$/,
};

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) => value === undefined || value === null || value === "";

const bareName = (key: string) => foldText(key).replaceAll(" ", "");
/** A field's own name is better than another that may stand for it. */
function part(fields: Fields, name: keyof typeof names): unknown {
  if (!isEmpty(fields[name])) return fields[name];
  return Object.entries(fields).find(([key, value]) => names[name].test(bareName(key)) && !isEmpty(value))?.[1];
}

const bullet = /^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/;

/** @returns one text of whatever was given for it */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(" ");
  return isFields(value) ? Object.values(value).map(textOf).filter(Boolean).join("\u202f: ") : "";
}

const linesOf = (text: string) => text.split(text.includes("\n") ? /\n+/ : /\s*[;•]\s*/);

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "string") return linesOf(value);
  return isFields(value) ? Object.values(value) : [];
}

const pointsOf = (value: unknown): string[] =>
  listOf(value)
    .map((point) => textOf(point).replace(bullet, ""))
    .filter((point) => point.trim() !== "");

/** A map of terms says each definition under its term. */
const isMap = (value: unknown, ...parts: (keyof typeof names)[]): value is Fields =>
  isFields(value) && !parts.some((name) => part(value, name) !== undefined);

function pairsOf<First extends string, Second extends string>(
  value: unknown,
  first: First & keyof typeof names,
  second: Second & keyof typeof names,
): Record<First | Second, string>[] {
  const pair = (one: string, other: string) => ({ [first]: one, [second]: other }) as Record<First | Second, string>;
  if (isMap(value, first, second)) return Object.entries(value).map(([key, other]) => pair(key, textOf(other)));
  return (isFields(value) ? [value] : listOf(value)).map((one) =>
    isFields(one) ? pair(textOf(part(one, first)), textOf(part(one, second))) : pair(textOf(one), ""),
  );
}

/** The key of a chapter in a map says its title, unless it says its place. */
const isPlace = (key: string) => /^(?:chap(?:ter|itre)?)?\d*$/.test(bareName(key));

function chapterOf(value: unknown, key = ""): Fields {
  const fields = isFields(value) ? value : {};
  const given = isFields(value) ? textOf(part(fields, "title")) : textOf(value);
  const isKeyed = key !== "" && !isPlace(key);
  const title = isKeyed && (given === "" || !isFields(value)) ? key : given;
  return {
    title,
    description: textOf(part(fields, "description")) || (title === given || isFields(value) ? "" : given),
    key_points: pointsOf(part(fields, "key_points")),
    defines: pairsOf(part(fields, "defines"), "term", "definition"),
    elsewhere: pairsOf(part(fields, "elsewhere"), "what", "where").filter(({ what }) => what !== ""),
  };
}

/** The parts of a book each hold chapters. */
function chaptersOf(value: unknown): Fields[] {
  const entries = Array.isArray(value)
    ? value.map((one) => ["", one] as const)
    : isFields(value)
      ? Object.entries(value)
      : [];
  const chapters = entries.flatMap(([key, one]) => {
    const inner = isFields(one)
      ? Object.entries(one).find(([name]) => /^chap(?:ter|itre)s$/.test(bareName(name)))
      : undefined;
    return inner ? chaptersOf(inner[1]) : [chapterOf(one, key)];
  });
  return chapters.some(({ title }) => title !== "") ? chapters : [];
}

const isListOfChapters = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isFields(one) && !isEmpty(part(one, "title")));

function parsed(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const maxDepth = 4;

/**
 * Finds the plan in what a model gave for it: bare or wrapped, under other names, a list of chapters alone.
 * @returns fields with the names and the types of a plan; undefined when there is no chapter
 */
export function planIn(
  given: unknown,
  { title = "", depth = 0 } = {},
): { title: string; chapters: Fields[] } | undefined {
  const value = parsed(given);
  if (depth > maxDepth) return undefined;
  if (isListOfChapters(value)) {
    const [only] = value as Fields[];
    const inner = (value as Fields[]).length === 1 ? planIn(only, { depth: depth + 1 }) : undefined;
    return inner ?? { title, chapters: chaptersOf(value) };
  }
  if (Array.isArray(value)) return planIn(value.find(isFields), { title, depth: depth + 1 });
  if (!isFields(value)) return undefined;
  const named = textOf(part(value, "title")) || title;
  const inner = parsed(part(value, "chapters"));
  if (isFields(inner) && !isEmpty(part(inner, "chapters"))) return planIn(inner, { title: named, depth: depth + 1 });
  const chapters = chaptersOf(inner);
  if (chapters.length > 0) return { title: named, chapters };
  return Object.values(value)
    .map((one) => planIn(one, { title: named, depth: depth + 1 }))
    .find((plan) => plan !== undefined);
}
