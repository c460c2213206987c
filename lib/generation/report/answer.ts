import { z } from "zod";
import { foldText } from "../../contract/outline.ts";
import { type ReportAnswer, ReportQuestion } from "../../contract/report.ts";
import { jsonValuesIn } from "../outline/json-values.ts";

const maxSaidCharacters = 600;
const maxQuoteCharacters = 400;
/** Fewer words are found anywhere. */
const minQuotedWords = 3;

const shortened = (text: string, max: number) => (text.length > max ? `${text.slice(0, max - 1).trimEnd()}…` : text);
const line = (max: number) => z.string().transform((text) => shortened(text.replace(/\s+/g, " ").trim(), max));
const oneOrMore = (value: unknown) => (typeof value === "string" ? [value] : value);

const Said = z.object({
  question: z.string().trim().toLowerCase().pipe(ReportQuestion),
  /** « 4/5 » is a mark too. */
  mark: z.preprocess((value) => Number.parseInt(String(value), 10), z.number().min(1).max(5)),
  said: line(maxSaidCharacters).pipe(z.string().min(1)),
  quotes: z.preprocess(oneOrMore, z.array(z.string()).max(20)).default([]),
});

const listIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  const lists = Object.values(Object(value)).filter(Array.isArray);
  return lists[0] ?? [];
};

/** A quotation may leave words out of its middle, and has its own marks. */
function isIn(foldedText: string, quote: string): boolean {
  const parts = quote
    .split(/…|\.{3}|\[[^\]]*\]/)
    .map(foldText)
    .filter((part) => part !== "");
  const words = parts.join(" ").split(" ").length;
  return words >= minQuotedWords && parts.every((part) => ` ${foldedText} `.includes(` ${part} `));
}

/** @returns undefined when the answer holds no report; `unfounded` counts what quotes nothing of the chapter */
export function readReport(
  answer: { text: string; wasCut: boolean },
  { chapter, text }: { chapter: number; text: string },
): { answers: ReportAnswer[]; unfounded: number } | undefined {
  const values = jsonValuesIn(answer.text, answer.wasCut).flatMap(({ value }) => listIn(value));
  const said = values.flatMap((value) => Said.safeParse(value).data ?? []);
  if (said.length === 0) return undefined;
  const folded = foldText(text);
  const answers = new Map<ReportQuestion, ReportAnswer>();
  let unfounded = 0;
  for (const { quotes, ...one } of said) {
    const found = quotes
      .filter((quote) => isIn(folded, quote))
      .map((quote) => shortened(quote.trim(), maxQuoteCharacters));
    if (found.length === 0) unfounded++;
    else if (!answers.has(one.question)) answers.set(one.question, { chapter, ...one, quotes: found });
  }
  return { answers: [...answers.values()], unfounded };
}
