import { writeFileSync } from "node:fs";
import path from "node:path";
import { loadDotenv } from "#lib/dotenv.ts";
import { inParallel } from "#lib/generation/review/in-parallel.ts";
import { selectCases } from "./eval/cases.ts";
import { openEvalRunner } from "./eval/runner.ts";
import { toTable } from "./eval/table.ts";
import { readInteger, readOptions, refuse } from "./options.ts";

const usage = `npm run eval [-- --model FOURNISSEUR:MODÈLE] [--cases CAS] [--parallel N] [--out FICHIER]

Écrit des livres sur une liste fixe de sujets, et rend leurs fiches de qualité en un tableau Markdown.

  --model M      modèle qui écrit seul tous les rôles ; sinon ceux de la configuration, ou « demo »
  --cases CAS    un nombre prend les premiers cas, des noms séparés par des virgules ceux-là ; tous par défaut
  --parallel N   nombre de livres à la fois, 1 par défaut
  --out FICHIER  écrit le tableau dans un fichier, et non sur la sortie standard
  --help         montre cette aide`;

const { values } = readOptions(usage, {
  model: { type: "string" },
  cases: { type: "string" },
  parallel: { type: "string", default: "1" },
  out: { type: "string" },
});
const parallel = readInteger("--parallel", values.parallel, 1);

async function main() {
  const cases = selectCases(values.cases);
  loadDotenv(path.resolve(import.meta.dirname, ".."));
  const model = values.model ?? (process.env.BOOK_MODEL || "demo");
  Object.assign(process.env, { BOOK_MODEL: model, LOG_FORMAT: "text" });
  // The numbers published under a model's name are that model's alone.
  if (values.model) for (const role of ["OUTLINE", "CHAPTER", "REVIEW"]) delete process.env[`BOOK_MODEL_${role}`];
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
    if (values.out) writeFileSync(values.out, markdown);
    else print(markdown);
  } finally {
    await runner.close();
  }
}

main().catch((error) => {
  if (error instanceof RangeError) refuse(error.message);
  console.error(error);
  process.exit(1);
});
