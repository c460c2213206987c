import { foldText } from "../../contract/outline.ts";
import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { sentencesOf } from "../../document/sentences.ts";
import type { ChapterNames } from "./leading-title.ts";

const which =
  "(?:(?:tout )?premier |deuxième |troisième |dernier |nouveau |first |second |third |last |final |opening )?";
const verbs =
  "(?:parl|abord|explor|découvr|verr|voir|voyons|étudi|examin|présent|trait|analys|plong|pench|intéress|appren|pass|décri|expliqu|déroul|évoqu|revien|défini|parcour|discuss|look|cover|learn|see|delve|take|talk|dive|study|introduc|explain|describ|analyz|outlin|review|cover|find|present)";
/** What a chapter says of itself; behind it stands what it is about. */
const formulas = [
  new RegExp(
    String.raw`^(?:dans|au cours de|tout au long de|au fil de) (?:ce|le présent) ${which}(?:chapitre|volet),? (?:nous|on|vous|je)(?: (?:allons|vais|allez|va))?(?: (?:nous|vous|s[’']|en))* ?${verbs}\p{L}*`,
    "iu",
  ),
  new RegExp(
    String.raw`^ce ${which}chapitre (?:va |vise à |a pour (?:but|objectif|objet) (?:de |d[’'])|se propose de |est consacré |(?=${verbs}))(?:${verbs}\p{L}*)?`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:in|throughout|over the course of) this ${which}chapter,? (?:we|you|i)(?:[’'](?:ll|re)| will| are going to| shall| want to)?(?: be)?(?: going to)? ${verbs}\p{L}*`,
    "iu",
  ),
  new RegExp(
    String.raw`^this ${which}chapter (?:will |aims to |is (?:about|devoted to|dedicated to)|(?=${verbs}))(?:${verbs}\p{L}*)?`,
    "iu",
  ),
];

const maxWords = 45;
const minShare = 0.7;
/** Words that say nothing of a subject. */
const empty = new Set(
  `comment pourquoi ainsi aussi avec dans pour leurs leur cette notre votre elles sont plus tout tous toute toutes entre
  different differents differentes divers diverses aspects aspect importance detail details sujet monde ensemble principaux
  principales grandes grands lignes decouverte question questions notion notions base bases afin mieux comprendre depuis
  jusqu about what that this with from into their your will various world basics overview important understand better
  key main topic through more also than then they them these those have been where when which depth closer look`.split(
    /\s+/,
  ),
);

const stemsOf = (text: string) =>
  foldText(text)
    .split(" ")
    .filter((word) => word.length > 3 && !empty.has(word))
    .map((word) => word.replace(/[sx]$/, "").slice(0, 5));

/** A sentence that only announces the chapter it opens: what it names is in the chapter's title or plan, word for word or nearly. */
function isEmptyAnnouncement(sentence: string, { title, plan = [] }: ChapterNames): boolean {
  const formula = formulas.map((one) => one.exec(sentence.trim())?.[0]).find((one) => one !== undefined);
  if (formula === undefined || sentence.split(/\s+/).length > maxWords) return false;
  const named = stemsOf(sentence.trim().slice(formula.length));
  const known = new Set([title, ...plan].flatMap(stemsOf));
  return named.length > 0 && named.filter((stem) => known.has(stem)).length >= minShare * named.length;
}

/** Takes such a first sentence off, where a text is left. Many honest books announce more than their outline does. */
export async function withoutChapterAnnouncement(body: Document, names: ChapterNames): Promise<Document> {
  const at = body.blocks.findIndex(({ node }) => node.type !== "heading");
  const first = body.blocks[at];
  if (first?.node.type !== "paragraph") return body;
  const paragraph = body.source.slice(first.start, first.end);
  const [sentence = "", ...rest] = sentencesOf(paragraph);
  const isAlone = rest.length === 0 && at === body.blocks.length - 1;
  if (isAlone || !isEmptyAnnouncement(sentence.replace(/^[*_]+/, ""), names) || /^[*_]/.test(sentence)) return body;
  const left = body.source.slice(first.start + sentence.length);
  return openDocument((body.source.slice(0, first.start) + left.trimStart()).trim());
}
