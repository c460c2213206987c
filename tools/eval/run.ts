import { writeFileSync } from "node:fs";
import path from "node:path";
import { loadDotenv } from "#lib/dotenv.ts";
import { inParallel } from "#lib/generation/review/in-parallel.ts";
import { selectCases } from "./cases.ts";
import { openEvalRunner } from "./runner.ts";
import { toTable } from "./table.ts";

type Options = { model?: string | undefined; cases?: string | undefined; parallel: number; out?: string | undefined };

/** Writes the books and prints their table, or writes it to `out`. @throws RangeError for an unknown case */
export async function runEval({ model: requestedModel, cases: wanted, parallel, out }: Options) {
  const cases = selectCases(wanted);
  loadDotenv(path.resolve(import.meta.dirname, "../.."));
  const model = requestedModel ?? (process.env.BOOK_MODEL || "demo");
  Object.assign(process.env, { BOOK_MODEL: model, LOG_FORMAT: "text" });
  // The numbers published under a model's name are that model's alone.
  if (requestedModel) for (const role of ["OUTLINE", "CHAPTER", "REVIEW"]) delete process.env[`BOOK_MODEL_${role}`];
  // The table alone goes to the standard output.
  const print = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const runner = await openEvalRunner();
  try {
    const results = await inParallel(cases, parallel, async (evalCase) => {
      const outcome = await runner.writeBook(evalCase);
      console.info(`${evalCase.id} : ${typeof outcome === "string" ? outcome : outcome.message}`);
      return { evalCase, outcome };
    });
    const markdown = toTable(model, results);
    if (out) writeFileSync(out, markdown);
    else print(markdown);
  } finally {
    await runner.close();
  }
}
