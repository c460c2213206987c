import { apostrophes, type Singles } from "./apostrophes.ts";
import { french } from "./french.ts";
import { type Convention, type Quotations, quotations } from "./quotations.ts";
import { abbreviations, asides, closeInverted, closeMarks, dashes, dialogue, ellipsis, unitSpace } from "./spacing.ts";
import type { Rule, Typography } from "./typography.ts";

const curly: Convention = { outer: ["“", "”"], inner: ["‘", "’"] };
const angular: Convention = { outer: ["«", "»"], inner: ["“", "”"] };
const low: Convention = { outer: ["„", "“"], inner: ["‚", "‘"] };
const pointed: Convention = { outer: ["»", "«"], inner: ["›", "‹"] };
const swiss: Convention = { outer: ["«", "»"], inner: ["‹", "›"] };
const oldDutch: Convention = { outer: ["„", "”"], inner: ["‚", "’"] };

const high = ["‘", "’"] as const;
const none = "(?!)";

type Language = { quotations: Quotations; singles: Singles; rules: Rule[] };

const raya = dialogue(() => "—");
const spacedDash = dialogue((typed) => `${typed.startsWith("-") ? "—" : typed.charAt(0)}\u00a0`);

const languages: Record<string, Language> = {
  en: {
    quotations: { conventions: [curly] },
    singles: {
      marks: high,
      elided: "tis|twas|twere|twill|twould|twixt|em|cause|til|till|bout|round|neath|nuff|gainst|cept|fraid|kay",
    },
    rules: [...closeMarks, ...dashes("—")],
  },
  es: {
    quotations: { conventions: [angular, curly] },
    singles: { marks: high, elided: none },
    rules: [raya, asides, ...closeMarks, closeInverted, ...dashes("—"), unitSpace],
  },
  de: {
    quotations: { conventions: [low, pointed, swiss], misused: ["“”", "„”"] },
    singles: {
      marks: ["‚", "‘"],
      elided: "s|n|ne|nen|nem|ner|rein|raus|rauf|runter|rüber|rum|ran|nauf|naus|drauf|drin",
    },
    rules: [...closeMarks, ...dashes("–"), unitSpace, abbreviations],
  },
  it: {
    quotations: { conventions: [angular, curly] },
    singles: { marks: high, elided: "sto|sta|sti|ste|ndrangheta|nzomma|na|nu|ndo|mbè|o|a", elides: true },
    rules: [spacedDash, ...closeMarks, ...dashes("–"), unitSpace],
  },
  pt: {
    quotations: { conventions: [curly, angular] },
    singles: { marks: high, elided: "tá|tava|tô|cê|pera|bora", elides: true },
    rules: [spacedDash, ...closeMarks, ...dashes("—"), unitSpace],
  },
  nl: {
    quotations: { conventions: [curly, oldDutch], misused: ["„“"] },
    singles: { marks: high, elided: "s|t|n|k|m|r|ie" },
    rules: [...closeMarks, ...dashes("–"), unitSpace],
  },
};

const typographyIn =
  ({ quotations: own, singles, rules }: Language): Typography =>
  (lines) => [quotations(own, lines), apostrophes(singles), ellipsis, ...rules];

const typographies: Record<string, Typography> = {
  fr: french,
  ...Object.fromEntries(Object.entries(languages).map(([code, language]) => [code, typographyIn(language)])),
};

/** @returns undefined for a language in which no book is written */
export const typographyOf = (language: string): Typography | undefined => typographies[language];
