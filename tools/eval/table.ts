import type { JobDetail } from "#lib/contract/book.ts";
import type { ModelUsage } from "#lib/contract/usage.ts";
import type { Case } from "./cases.ts";

const number = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 2 });
const headings = ["cas", "langue", "mots / budget", "chapitres à ±10 %", "score de longueur", "dans la langue"];
headings.push(
  "suites de 8 mots répétées",
  "redites",
  "défauts de structure",
  "liens",
  "durée",
  "tokens",
  "coût",
  "issue",
);

const seconds = (from: string, to: string) => `${number.format((Date.parse(to) - Date.parse(from)) / 1000)} s`;

const dollars = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "USD", maximumFractionDigits: 4 });
const atLeast = (unknown: number, text: string) => (unknown > 0 ? `≥ ${text}` : text);

/** Tokens and cost: minima where something of them is unknown. */
function spentOn(usage: ModelUsage | undefined): [string, string] {
  if (!usage) return ["–", "–"];
  const { input_tokens, output_tokens, uncounted, cost, unpriced } = usage;
  const price = cost === null ? "inconnu" : atLeast(unpriced, dollars.format(cost));
  return [atLeast(uncounted, number.format(input_tokens + output_tokens)), price];
}

function row({ id, language }: Case, job: JobDetail | string): string[] {
  const without = (why: string, ...spent: string[]) => [id, language, ...Array<string>(8).fill("–"), ...spent, why];
  if (typeof job === "string") return without(job, "–", "–", "–");
  const { quality, usage } = job;
  const time = seconds(job.created_at, job.updated_at);
  const spent = [time, ...spentOn(usage)];
  if (!quality) return without(job.error ?? job.message, ...spent);
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
    ...spent,
    "terminé",
  ];
}

/** The quality sheets of some books, as Markdown. */
export function table(model: string, books: { of: Case; job: JobDetail | string }[]): string {
  const rows = [headings, headings.map(() => "---"), ...books.map(({ of, job }) => row(of, job))];
  const cells = (one: string[]) => `| ${one.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `# ${model}\n\n${rows.map(cells).join("\n")}\n`;
}
