import type { QualitySheet, StyleCheck } from "../../contract/quality.ts";
import type { Warning } from "../../contract/warning.ts";

const quoted = (quotes: string[]) => quotes.map((quote) => `«\u202f${quote}\u202f»`).join(", ");

/** Each says what was found, with its first quotes. */
const styleFaults: Record<StyleCheck, (found: { count: number; quotes: string[] }) => string> = {
  said_again: ({ count, quotes }) =>
    `${count} phrases redisent ce qui vient d’être dit, comme ${quoted(quotes)}\u202f: à resserrer.`,
  nothing_new: ({ count, quotes }) =>
    count > 1
      ? `${count} paragraphes n’apprennent rien de plus, comme ${quoted(quotes)}\u202f: à retirer ou à nourrir.`
      : `Un paragraphe n’apprend rien de plus\u202f: ${quoted(quotes)}. À retirer ou à nourrir.`,
  labels: ({ quotes }) => `Des étiquettes tiennent lieu de phrases, comme ${quoted(quotes)}\u202f: à rédiger.`,
  plan_talk: ({ count, quotes }) =>
    `Le texte parle ${count} fois de son plan plutôt que de son sujet (${quoted(quotes)})\u202f: à retirer.`,
  items_alike: ({ quotes }) =>
    `Les éléments d’une liste sont tous pareils, comme ${quoted(quotes)}\u202f: à raccourcir ou à varier.`,
  empty_section: ({ quotes }) =>
    `Une section ne contient aucune phrase\u202f: ${quoted(quotes)}. À écrire ou à retirer.`,
  one_mould: ({ quotes }) =>
    `Trop de phrases ou de paragraphes commencent par les mêmes mots (${quoted(quotes)})\u202f: à varier.`,
  stock_phrases: ({ count, quotes }) =>
    `${count} formules toutes faites ne disent rien du sujet, comme ${quoted(quotes)}\u202f: à remplacer.`,
  variety: ({ count }) =>
    `Le vocabulaire est pauvre\u202f: ${count} mots différents sur cent qui portent un sens (un bon texte en a plus de 80).`,
};

export const styleWarnings = (style: QualitySheet["style"]): Warning[] =>
  (style?.checks ?? []).flatMap(({ name, chapters }) =>
    chapters.map(({ position, ...found }) => ({ code: "style", chapter: position, message: styleFaults[name](found) })),
  );
