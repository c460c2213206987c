import { z } from "zod";
import type { QualitySheet, StructureCheck } from "../../contract/quality.ts";
import { maxRepetition } from "../../contract/quality-limits.ts";
import type { Warning } from "../../contract/warning.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import type { Document } from "../../document/document.ts";
import { briefOf, chapterBriefOf, outlineOf } from "../brief/job-brief.ts";
import { isTranslation } from "../brief/origin.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { checkChapter } from "../chapter/check.ts";
import type { Source } from "../citations/source.ts";
import { continuityWarnings } from "../continuity/warnings.ts";
import { chainsOf } from "../models/chains.ts";
import { isSmallModel } from "../models/local/is-small.ts";
import { gluedScripts } from "../quality/glued-scripts.ts";
import { findFaults } from "../review/faults.ts";
import { unmendedWarnings } from "../review/unmended.ts";
import { translationWarnings } from "../translation/warnings.ts";
import type { Resolved } from "./deliver.ts";
import { documentWarnings } from "./document-warnings.ts";
import { styleWarnings } from "./style-warnings.ts";

/** The checks that the review does not mend. */
const structureFaults: Partial<Record<StructureCheck, string>> = {
  one_title: "Le chapitre n’a pas un titre et un seul",
  title_not_repeated: "Une section porte le titre du chapitre",
  no_level_jump: "Les niveaux des sections ne se suivent pas",
  no_empty_section: "Une section est vide",
  no_announcement: "Le modèle s’adresse à qui l’a interrogé, au début ou à la fin",
  no_prompt: "Le modèle a recopié dans son texte la question qui lui était posée",
};

const structureWarnings = ({ checks }: QualitySheet["structure"]): Warning[] =>
  checks.flatMap(({ name, chapters }) => {
    const what = structureFaults[name];
    const message = `${what}\u202f: à corriger avant de publier.`;
    return what ? chapters.map((chapter) => ({ code: "structure" as const, chapter, message })) : [];
  });

function scriptWarnings(chapters: { position: number; document: Document }[]): Warning[] {
  return chapters.flatMap(({ position, document }) => {
    const [word, ...more] = gluedScripts(document);
    if (word === undefined) return [];
    const others = more.length > 0 ? ` et ${more.length} autre${more.length > 1 ? "s" : ""}` : "";
    const message = `Des caractères d’une autre écriture sont collés à un mot\u202f: «\u202f${word}\u202f»${others}\u202f: à corriger avant de publier.`;
    return [{ code: "language", chapter: position, message }];
  });
}

const StageResult = z.object({ lost: z.array(z.object({ position: z.number().int(), what: z.string() })).default([]) });

/** A passage was not rewritten, because something in it would have been lost. */
async function rewritingWarnings(jobId: string): Promise<Warning[]> {
  const rows = await db().jobStage.findMany({ where: { jobId, name: { in: ["chapter", "review"] } } });
  const lost = rows.flatMap(({ result }) => StageResult.safeParse(result).data?.lost ?? []);
  return lost.map(({ position, what }) => ({
    code: "rewriting",
    chapter: position,
    message: `Une récriture qui perdait ${what} a été refusée\u202f: le passage est gardé tel quel, à relire avant de publier.`,
  }));
}

/** A chapter has no notes of its own, for want of an answer; that nothing was found is no fault. */
async function researchWarnings(jobId: string): Promise<Warning[]> {
  const where = { jobId, name: "research", position: { gt: 0 }, result: { path: ["isSilent"], equals: true } } as const;
  const rows = await db().jobStage.findMany({ where, select: { position: true, error: true } });
  return rows.map(({ position, error }) => ({ code: "research", chapter: position, message: error ?? "" }));
}

const inOrder = (warnings: Warning[]) => warnings.sort((a, b) => (a.chapter ?? 0) - (b.chapter ?? 0));

/** Judges the text as it is delivered, by the checks that its writing and its review had to meet. */
export async function findWarnings(
  job: Job,
  {
    resolved,
    sources,
    structure,
    style,
  }: Pick<QualitySheet, "structure" | "style"> & { resolved: Resolved[]; sources: Source[] },
): Promise<Warning[]> {
  if (!capabilitiesOf(job.model).reviews) return [];
  const chapters = resolved.map(({ written, ...chapter }) => ({ ...chapter, document: written }));
  if (await isTranslation(job.id))
    return inOrder([...(await translationWarnings(job.id)), ...scriptWarnings(chapters)]);
  const wasReviewed = !(await isSmallModel(chainsOf(job).review[0] ?? job.model));
  const checked = chapters.map(async ({ position, document }) => {
    const { words, language, genre } = chapterBriefOf(job, position);
    const { faults } = await checkChapter(document, { words, language, genre, sources });
    return faults.map(({ code, message }) => ({ code, chapter: position, message }));
  });
  const faults = await findFaults(chapters, {
    outline: outlineOf(job),
    language: briefOf(job).language,
    genre: briefOf(job).genre,
    maxRepeatedShare: maxRepetition,
  });
  return inOrder([
    ...(await Promise.all(checked)).flat(),
    ...unmendedWarnings(faults, wasReviewed),
    ...structureWarnings(structure),
    ...styleWarnings(style),
    ...scriptWarnings(chapters),
    ...(await rewritingWarnings(job.id)),
    ...(await continuityWarnings(job.id)),
    ...(await researchWarnings(job.id)),
    ...(await documentWarnings(job)),
  ]);
}
