import { count, duration, number, percent } from "#app/_components/text/numbers.ts";
import { costBetween, costOf, tokensOf } from "#app/_components/text/usage.ts";
import type { QualitySheet, StructureCheck, StyleCheck } from "#lib/contract/quality.ts";
import { lengthTolerance, minLanguageShare, repetitionTarget } from "#lib/contract/quality-limits.ts";
import { languageNames } from "#lib/contract/values.ts";
import { frenchList } from "#lib/french-list.ts";
import type { Measure } from "./measure.ts";
import { voice } from "./voice.ts";

const defects: Record<StructureCheck, string> = {
  one_title: "titre absent ou multiple",
  title_not_repeated: "titre redit en intertitre",
  no_level_jump: "niveau d’intertitre sauté",
  no_empty_section: "section vide",
  no_announcement: "annonce du modèle (« Voici le chapitre »)",
  no_prompt: "morceau de la question posée au modèle",
  distinct_openings: "débuts identiques",
  no_conclusion_endings: "« Conclusion » en fin de chapitre",
};

const blemishes: Record<StyleCheck, string> = {
  said_again: "phrases redites d’autre façon",
  nothing_new: "paragraphes qui n’apprennent rien",
  labels: "étiquettes en guise de phrases",
  plan_talk: "texte qui parle de son plan",
  items_alike: "listes d’éléments tous pareils",
  empty_section: "sections sans une phrase",
  one_mould: "paragraphes qui commencent de même",
  stock_phrases: "formules toutes faites",
  variety: "vocabulaire pauvre",
};

const chaptersNamed = (positions: number[]) =>
  `${positions.length > 1 ? "chapitres" : "chapitre"} ${frenchList(positions)}`;

function length({ length: { asked, score, within, chapters, tolerance = lengthTolerance } }: QualitySheet): Measure {
  const good = within === chapters.length;
  return {
    name: "Longueur",
    verdict: good ? "good" : "look",
    value: `${within} sur ${chapters.length}`,
    meaning: `${good ? "Tous les chapitres tiennent" : "Chapitres qui tiennent"} à ${percent(tolerance)} près leur longueur, ${count(asked, "mot")} en moyenne. Note de longueur : ${Math.round(score)} sur 100.`,
  };
}

const languages: Record<string, string> = languageNames;

function language({ language: measured }: QualitySheet): Measure | undefined {
  if (!measured) return undefined;
  const { asked, share, passages } = measured;
  const good = share >= minLanguageShare;
  return {
    name: "Langue",
    verdict: good ? "good" : "look",
    value: percent(share),
    meaning: `Part du texte qui est en ${languages[asked] ?? asked}, phrase par phrase.${good ? "" : ` À regarder : ${count(passages, "paragraphe")}.`}`,
  };
}

function repetition({ repetition: { share } }: QualitySheet): Measure {
  const good = share <= repetitionTarget;
  return {
    name: "Répétitions",
    verdict: good ? "good" : "look",
    value: percent(share),
    meaning: `Part des suites de huit mots qui reviennent dans le livre. Un bon livre reste sous ${percent(repetitionTarget)}${good ? "" : " : celui-ci se répète"}.`,
  };
}

function duplicates({ duplicates: { exact, near, closest } }: QualitySheet): Measure {
  const found = exact + near;
  const where = closest.find((pair) => pair.chapter !== pair.other);
  return {
    name: "Redites",
    verdict: found === 0 ? "good" : "look",
    value: count(found, "paragraphe"),
    meaning:
      found === 0
        ? "Aucun paragraphe n’en répète un autre, mot pour mot ou presque."
        : `Paragraphes qui en répètent un autre, dont ${exact} mot pour mot.${where ? ` Les plus proches : chapitres ${where.other} et ${where.chapter}.` : ""}`,
  };
}

function structure({ structure: { checks } }: QualitySheet): Measure {
  const failed = checks.filter(({ chapters }) => chapters.length > 0);
  return {
    name: "Structure",
    verdict: failed.length === 0 ? "good" : "look",
    value: `${checks.length - failed.length} sur ${checks.length}`,
    meaning:
      failed.length === 0
        ? "Un seul titre par chapitre, des niveaux qui se suivent, aucune section vide, des débuts et des fins qui varient."
        : `À revoir : ${failed.map(({ name, chapters }) => `${defects[name]} (${chaptersNamed(chapters)})`).join(", ")}.`,
  };
}

function style({ style: measured }: QualitySheet): Measure | undefined {
  if (!measured) return undefined;
  const failed = measured.checks.filter(({ chapters }) => chapters.length > 0);
  return {
    name: "Style",
    verdict: failed.length === 0 ? "good" : "look",
    value: `${measured.score} sur 100`,
    meaning:
      failed.length === 0
        ? "Ce qu’un lecteur remarque d’abord : des phrases qui ne se redisent pas, des paragraphes qui apprennent quelque chose, un vocabulaire varié."
        : `À revoir : ${failed.map(({ name, chapters }) => `${blemishes[name]} (${chaptersNamed(chapters.map(({ position }) => position))})`).join(", ")}.`,
  };
}

/** The mean of a report's marks, which are opinions. */
function report({ report: given }: QualitySheet): Measure | undefined {
  if (!given) return undefined;
  const { answers, unfounded } = given;
  if (answers.length === 0)
    return {
      name: "Lecture",
      verdict: "info",
      value: "aucune",
      meaning: "Le modèle n’a rien rendu qui se fonde sur le texte.",
    };
  const mean = answers.reduce((sum, { mark }) => sum + mark, 0) / answers.length;
  const left = unfounded > 0 ? ` ${count(unfounded, "avis écarté", "avis écartés")}, faute de citer le texte.` : "";
  return {
    name: "Lecture",
    verdict: answers.some(({ mark }) => mark <= 2) ? "look" : "info",
    value: `${number(Math.round(mean * 10) / 10)} sur 5`,
    meaning: `Moyenne des notes d’un modèle, dont chaque avis cite le texte. Le détail est plus bas.${left}`,
  };
}

/** Measures a book written before there were sources. */
const unverified = ({ links, addresses }: QualitySheet["citations"]): Measure => ({
  name: "Sources",
  verdict: "info",
  value: count(links, "lien"),
  meaning: `Liens vers ${count(addresses, "adresse différente", "adresses différentes")}, que personne n’a vérifiées.`,
});

function citations({ citations: measured }: QualitySheet): Measure {
  const { links, citations: cited = 0, dangling = 0, sources } = measured;
  if (links === 0 && cited === 0) {
    const read = sources?.read
      ? `, bien que ${count(sources.read, "page ou passage ait été lu", "pages ou passages aient été lus")} pour lui`
      : "";
    return { name: "Sources", verdict: "info", value: "aucune", meaning: `Le livre ne cite aucune source${read}.` };
  }
  if (!sources) return unverified(measured);
  return {
    name: "Sources",
    verdict: dangling === 0 ? "good" : "look",
    value: count(cited, "citation"),
    meaning: `${count(sources.cited, "source citée", "sources citées")} sur ${count(sources.read, "lue", "lues")} pour le livre. ${
      dangling === 0
        ? "Chaque citation mène à l’une d’elles."
        : `À regarder\u202f: ${count(dangling, "renvoi ne mène", "renvois ne mènent")} à aucune.`
    }`,
  };
}

function time({ time: { total_ms, chapters_ms } }: QualitySheet): Measure {
  return {
    name: "Temps",
    verdict: "info",
    value: duration(total_ms),
    meaning: `De la commande au dernier chapitre, pour ${duration(chapters_ms)} d’écriture en tout.`,
  };
}

function cost({ usage, estimate }: QualitySheet): Measure | undefined {
  if (!usage) return undefined;
  const { calls, time_ms } = usage;
  return {
    name: "Coût",
    verdict: "info",
    value: costOf(usage),
    meaning: `Aux prix publics connus, pour ${count(calls, "appel")} aux modèles\u202f: ${tokensOf(usage)}, ${duration(time_ms)} de réponse en tout.${estimate?.cost?.high ? ` Estimation à la commande\u202f: ${costBetween(estimate)}.` : ""}`,
  };
}

function reservations({ warnings }: QualitySheet): Measure | undefined {
  if (warnings.length === 0) return undefined;
  const chapters = [...new Set(warnings.flatMap(({ chapter }) => chapter ?? []))];
  return {
    name: "Réserves",
    verdict: "look",
    value: count(warnings.length, "réserve"),
    meaning: `Ce que les contrôles n’ont pas pu satisfaire${chapters.length > 0 ? `, ${chaptersNamed(chapters)}` : ""}\u202f: chacune est dite plus haut, avec ce qu’elle veut dire.`,
  };
}

/** A quality sheet, as a person reads it. */
export const measuresOf = (sheet: QualitySheet): Measure[] =>
  [
    reservations,
    length,
    language,
    repetition,
    duplicates,
    structure,
    style,
    voice,
    report,
    citations,
    time,
    cost,
  ].flatMap((measure) => measure(sheet) ?? []);
