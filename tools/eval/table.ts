import type { JobDetail } from "#lib/contract/job.ts";
import type { ModelUsage } from "#lib/contract/usage.ts";
import type { EvalCase } from "./cases.ts";

const number = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 2 });
const headings = [
  "cas",
  "langue",
  "mots / budget",
  "chapitres à ±10 %",
  "score de longueur",
  "dans la langue",
  "suites de 8 mots répétées",
  "redites",
  "défauts de structure",
  "liens",
  "durée",
  "tokens",
  "coût",
  "issue",
];
const noValue = "–";

const secondsBetween = (from: string, to: string) => `${number.format((Date.parse(to) - Date.parse(from)) / 1000)} s`;

const dollars = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "USD", maximumFractionDigits: 4 });
/** Marks a sum of which some parts are unknown as a minimum. */
const atLeast = (unknownParts: number, text: string) => (unknownParts > 0 ? `≥ ${text}` : text);

function tokensAndCost(usage: ModelUsage | undefined): [string, string] {
  if (!usage) return [noValue, noValue];
  const { input_tokens, output_tokens, uncounted, cost, unpriced } = usage;
  const price = cost === null ? "inconnu" : atLeast(unpriced, dollars.format(cost));
  return [atLeast(uncounted, number.format(input_tokens + output_tokens)), price];
}

function toRow({ id, language }: EvalCase, outcome: JobDetail | string): string[] {
  const withoutSheet = (reason: string, ...spent: string[]) => {
    const measures = Array<string>(headings.length - spent.length - 3).fill(noValue);
    return [id, language, ...measures, ...spent, reason];
  };
  if (typeof outcome === "string") return withoutSheet(outcome);
  const { quality, usage, created_at, updated_at } = outcome;
  const spent = [secondsBetween(created_at, updated_at), ...tokensAndCost(usage)];
  if (!quality) return withoutSheet(outcome.error ?? outcome.message, ...spent);
  const { length, repetition, duplicates, structure, citations } = quality;
  const words = length.chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  const budget = length.chapters.reduce((sum, chapter) => sum + (chapter.asked ?? length.asked), 0);
  return [
    id,
    language,
    `${number.format(words)} / ${number.format(budget)}`,
    `${length.within} sur ${length.chapters.length}`,
    number.format(length.score),
    quality.language ? percent.format(quality.language.share) : noValue,
    percent.format(repetition.share),
    String(duplicates.exact + duplicates.near),
    structure.checks.flatMap(({ name, chapters }) => (chapters.length > 0 ? [name] : [])).join(", ") || "0",
    String(citations.links),
    ...spent,
    "terminé",
  ];
}

/** Lays out the quality sheets of some books as a Markdown table. */
export function toTable(model: string, results: { evalCase: EvalCase; outcome: JobDetail | string }[]): string {
  const rows = results.map(({ evalCase, outcome }) => toRow(evalCase, outcome));
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const lines = [headings, headings.map(() => "---"), ...rows].map(line);
  return `# ${model}\n\n${lines.join("\n")}\n`;
}
