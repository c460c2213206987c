import type { JobDetail } from "../../lib/contract/book.ts";
import type { Case } from "./cases.ts";

const number = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 2 });
const headings = ["cas", "langue", "mots / budget", "chapitres à ±10 %", "score de longueur", "dans la langue"];
headings.push("suites de 8 mots répétées", "redites", "défauts de structure", "liens", "durée", "issue");

const seconds = (from: string, to: string) => `${number.format((Date.parse(to) - Date.parse(from)) / 1000)} s`;

function row({ id, language }: Case, job: JobDetail | string): string[] {
  const without = (time: string, why: string) => [id, language, ...Array<string>(8).fill("–"), time, why];
  if (typeof job === "string") return without("–", job);
  const { quality } = job;
  const time = seconds(job.created_at, job.updated_at);
  if (!quality) return without(time, job.error ?? job.message);
  const { length, repetition, duplicates, structure, citations } = quality;
  const words = length.chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  const budget = length.chapters.reduce((sum, chapter) => sum + (chapter.asked ?? length.asked), 0);
  return [
    id,
    language,
    `${number.format(words)} / ${number.format(budget)}`,
    `${length.within} sur ${length.chapters.length}`,
    number.format(length.score),
    quality.language ? percent.format(quality.language.share) : "–",
    percent.format(repetition.share),
    String(duplicates.exact + duplicates.near),
    structure.checks.flatMap(({ name, chapters }) => (chapters.length > 0 ? [name] : [])).join(", ") || "0",
    String(citations.links),
    time,
    "terminé",
  ];
}

/** The quality sheets of some books, as Markdown. */
export function table(model: string, books: { of: Case; job: JobDetail | string }[]): string {
  const rows = [headings, headings.map(() => "---"), ...books.map(({ of, job }) => row(of, job))];
  const cells = (one: string[]) => `| ${one.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `# ${model}\n\n${rows.map(cells).join("\n")}\n`;
}
