// Checks that imports go one way (`npm run lint`), or with `--write` draws docs/architecture.md from them.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findProblems } from "./architecture/check.ts";
import { draw } from "./architecture/draw.ts";
import { codeFiles, readImports } from "./architecture/imports.ts";
import { rooms } from "./architecture/levels.ts";

const root = path.resolve(import.meta.dirname, "..");
const document = path.join(root, "docs/architecture.md");
const mark = "<!-- Drawn from the imports by `npm run architecture`: do not edit below. -->";

const files = codeFiles(root);
const imports = readImports(root, files);
const production = imports.filter(({ from }) => !/\.(test|spec)\.tsx?$/.test(from));
const [text = "", drawing] = readFileSync(document, "utf8").split(`${mark}\n\n`);
const current = `${draw(production, rooms)}\n`;

if (process.argv.includes("--write")) writeFileSync(document, `${text}${mark}\n\n${current}`);
const stale =
  drawing === current || process.argv.includes("--write")
    ? []
    : ["docs/architecture.md is out of date: npm run architecture"];
const problems = [...findProblems(files, imports, rooms), ...stale];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
