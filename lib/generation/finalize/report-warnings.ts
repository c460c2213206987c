import { ReaderReport, type ReportQuestion } from "../../contract/report.ts";
import type { Warning } from "../../contract/warning.ts";
import { db } from "../../database/client.ts";
import { frenchList } from "../../french-list.ts";

/** @returns undefined when the order asked for none */
export async function readReaderReport(jobId: string): Promise<ReaderReport | undefined> {
  const stage = { jobId, name: "report", position: 0 } as const;
  const row = await db().jobStage.findUnique({ where: { jobId_name_position: stage }, select: { result: true } });
  return row ? ReaderReport.parse(row.result) : undefined;
}

const weaknesses: Record<ReportQuestion, string> = {
  subject: "qu’il s’écarte de son sujet",
  truth: "qu’il se trompe, se contredit ou invente",
  order: "que ses idées se suivent mal",
  clarity: "qu’il se comprend mal",
  depth: "qu’il reste en surface",
  pleasure: "qu’il ne donne pas envie de continuer",
};

const weakMark = 2;

/** Opinions, each with what it rests on; they fail no book, strict or not. */
export function reportWarnings(report: ReaderReport | undefined): Warning[] {
  if (!report) return [];
  const weak = report.answers.filter(({ mark }) => mark <= weakMark);
  const warnings: Warning[] = weak.map(({ chapter, question, mark, said, quotes: [quote] }) => ({
    code: "report",
    chapter,
    message: `Le rapport de lecture dit ${weaknesses[question]} (${mark} sur 5)\u202f: ${said} Il cite «\u202f${quote}\u202f». À relire avant de publier.`,
  }));
  const [first, ...more] = report.unread;
  if (first === undefined) return warnings;
  const which = more.length > 0 ? `des chapitres ${frenchList(report.unread)}` : `du chapitre ${first}`;
  return [
    ...warnings,
    {
      code: "report",
      message: `Le modèle n’a rien rendu de lisible ${which}\u202f: le rapport de lecture n’en dit rien. Commandez-le avec un modèle plus grand.`,
    },
  ];
}
