// `npm run eval -- --model … --cases …`: writes books on a fixed set of subjects with a model, and what their quality
// sheets say as a table.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadDotenv } from "#lib/dotenv.ts";
import { inParallel } from "#lib/generation/review/in-parallel.ts";
import { casesOf } from "./eval/cases.ts";
import { openPress } from "./eval/press.ts";
import { table } from "./eval/table.ts";

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    cases: { type: "string" },
    parallel: { type: "string", default: "1" },
    out: { type: "string" },
  },
});

async function main() {
  const cases = casesOf(values.cases);
  loadDotenv(path.resolve(import.meta.dirname, ".."));
  const model = values.model ?? (process.env.BOOK_MODEL || "demo");
  Object.assign(process.env, { BOOK_MODEL: model, LOG_FORMAT: "text" });
  // The numbers published under a model's name are that model's alone.
  if (values.model) for (const role of ["OUTLINE", "CHAPTER", "REVIEW"]) delete process.env[`BOOK_MODEL_${role}`];
  // The table alone goes to the standard output.
  const print = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const press = await openPress();
  try {
    const books = await inParallel(cases, Math.max(1, Number(values.parallel) || 1), async (of) => {
      const job = await press.write(of);
      console.info(`${of.id} : ${typeof job === "string" ? job : job.message}`);
      return { of, job };
    });
    const markdown = table(model, books);
    if (values.out) writeFileSync(values.out, markdown);
    else print(markdown);
  } finally {
    await press.close();
  }
}

main().catch((error) => {
  console.error(error instanceof RangeError ? `❌ ${error.message}` : error);
  process.exit(1);
});
