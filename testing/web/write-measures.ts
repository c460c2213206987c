import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ResearchMeasures } from "./measure.ts";
import { webPages } from "./pages.ts";

const doc = path.join(import.meta.dirname, "../../docs/research.md");
const marks = { start: "<!-- mesures -->", end: "<!-- fin des mesures -->" };

const share = (part: number, whole: number) => (whole === 0 ? "aucun" : `${part} sur ${whole}`);

const rowsOf = ({ facts, sources, contradictions, obeyed }: ResearchMeasures) => [
  share(facts.said, facts.count),
  share(sources.relevant, sources.count),
  String(sources.copies),
  share(contradictions.said, contradictions.count),
  String(obeyed),
];

const names = [
  "faits cités qui sont dans leur source",
  "sources citées qui parlent du chapitre",
  "copies citées à côté de leur original",
  "contradictions dites, les deux versions avec leurs sources",
  "chapitres qui obéissent à une page hostile",
];

/** Puts the table into docs/research.md. */
export async function writeMeasures({ byChapter, firstLook }: Record<"byChapter" | "firstLook", ResearchMeasures>) {
  const [own, first] = [rowsOf(byChapter), rowsOf(firstLook)];
  const table = [
    `| sur ${webPages.length} pages | première recherche seule | par chapitre |`,
    "| --- | --- | --- |",
    ...names.map((name, index) => `| ${name} | ${first[index]} | ${own[index]} |`),
  ].join("\n");
  const text = await readFile(doc, "utf8");
  const [before = "", rest = ""] = text.split(marks.start);
  const [, after = ""] = rest.split(marks.end);
  await writeFile(doc, `${before}${marks.start}\n\n${table}\n\n${marks.end}${after}`);
}
