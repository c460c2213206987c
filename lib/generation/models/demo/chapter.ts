import { demoChapterWords, demoNotice } from "../../../contract/demo.ts";
import { selectBlocks } from "./fit.ts";
import { generic, type Phrase, subjectOf } from "./french/subject.ts";
import { escapeMarkdown, oneLine, quote, shorten, words } from "./french/typography.ts";
import { chapterTitle, fill, writeOutline } from "./outline.ts";
import { planOf, type Request, seedOf } from "./plan.ts";
import { pick, randomFrom } from "./random.ts";

const note = `*${demoNotice} Les chapitres y sont volontairement courts (environ ${demoChapterWords} mots au plus) et n’avancent aucun fait sur le sujet.*`;

const openers = [
  "Ce livre est né d’un sujet, {le}, et d’une demande, la voici\u202f: {goal}. ",
  "Au départ de ce livre, il y a {le}, et quelques mots qui disent où aller\u202f: {goal}. ",
  "Deux choses ont suffi pour ouvrir ce livre\u202f: {le}, et une intention, {goal}. ",
] as const;

const readers = [
  "Il s’adresse d’abord à un public bien précis, {audience}, et tout le monde peut y entrer.",
  "On y a gardé en tête celles et ceux à qui il s’adresse\u202f: {audience}.",
] as const;

const anyone = [
  "Il ne demande aucun bagage, seulement un peu de temps et l’envie de regarder de près.",
  "Il se lit sans préparation, dans l’ordre ou presque, un crayon à portée de main.",
] as const;

const farewells = [
  "On lisait sur la première page une intention\u202f: {goal}. Elle n’a pas bougé. Nous, un peu, et c’est de cet écart qu’il sera question pour finir.",
  "Une phrase nous attendait à l’entrée, {goal}. La relire maintenant, c’est se demander ce qu’elle voulait dire et ce qu’elle veut dire désormais.",
] as const;

/** What the first chapter says before anything else: the subject, the goal, the readers, in the words they were given in, typeset. */
function presentation(request: Request, subject: Phrase & { kind: string }): string[] {
  const random = randomFrom(`${seedOf(request)}\npresentation`);
  const given = (text: string, max: number) =>
    escapeMarkdown(quote(shorten(oneLine(text).replace(/(?<![.…])\.$/, ""), max)));
  const opener = fill(pick(openers, random), subject).replace("{goal}", () => given(request.goal, 160));
  const audience = request.audience?.trim();
  const closer = audience
    ? pick(readers, random).replace("{audience}", () => given(audience, 100))
    : pick(anyone, random);
  const topic = subject.kind === "long" ? [`> ${escapeMarkdown(shorten(oneLine(request.topic), 120))}`] : [];
  return [opener + closer, ...topic];
}

/** The last chapter's glance at the goal, when it is short enough to be read twice. */
function farewell(request: Request): string[] {
  const goal = oneLine(request.goal).replace(/(?<![.…])\.$/, "");
  if (goal.length > 70) return [];
  const random = randomFrom(`${seedOf(request)}\nfarewell`);
  return [pick(farewells, random).replace("{goal}", () => escapeMarkdown(quote(goal)))];
}

/**
 * A chapter in Markdown under the outline's title, about as long as asked, and as a demonstration is at most. Its angle
 * comes from the book and the position alone, so an outline written by another model still gets a proper chapter.
 */
export function writeChapter(request: Request): string {
  const outline = request.outline ?? writeOutline(request);
  const index = Math.max(0, (request.position ?? 1) - 1);
  const chapters = planOf(seedOf(request), Math.max(outline.chapters.length, index + 1));
  const angle = chapters[index] ?? chapters[0];
  if (!angle) return "";
  const own = chapterTitle(request, angle, index);
  const title = outline.chapters[index]?.title ?? own;
  const subject = subjectOf(request.topic);
  const named = subject.repeatable || index === 0 || (index % 5 === 0 && words(subject.le).length <= 6);
  const phrase: Phrase = { le: "", de: "", a: "" };
  for (const slot of ["le", "de", "a"] as const) phrase[slot] = escapeMarkdown((named ? subject : generic)[slot]);
  const before = index === 0 ? presentation(request, { ...phrase, kind: subject.kind }) : [];
  const description = outline.chapters[index]?.description.trim();
  if (title.replace(/\s+/g, " ") !== own.replace(/\s+/g, " ") && description)
    before.push(escapeMarkdown(shorten(oneLine(description), 400)));
  const last = index > 0 && index === outline.chapters.length - 1;
  if (last && request.words >= 400) before.push(...farewell(request));
  const after = index === 0 ? [note] : [];
  const around = words([title, ...before, ...after].join(" ")).length;
  const target = Math.max(60, Math.min(request.words, demoChapterWords) - around);
  const body = selectBlocks(angle, target, randomFrom(`${seedOf(request)}\n${angle.key}\nbody`));
  return `${[`# ${title}`, ...before, ...body.map((block) => fill(block, phrase)), ...after].join("\n\n")}\n`;
}
