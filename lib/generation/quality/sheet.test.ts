import { expect, test } from "vitest";
import { QualitySheet } from "../../contract/quality.ts";
import { openDocument } from "../../document/open.ts";
import { lengthScore } from "./length.ts";
import { measureQuality } from "./sheet.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
/** Des paragraphes tous différents, de quarante mots. */
const paragraph = (seed: number) => Array.from({ length: 40 }, (_, index) => `mot${seed}n${index}`).join(" ");
const body = (seed: number, paragraphs = 3) =>
  `## Partie\n\n${Array.from({ length: paragraphs }, (_, index) => `${paragraph(seed * 1000 + index)}.`).join("\n\n")}`;

async function sheetOf(contents: string[], asked = 120) {
  const documents = await Promise.all(contents.map(openDocument));
  const chapters = documents.map((document, index) => ({
    position: index + 1,
    document,
    asked,
    words: document.words,
    startedAt: at(10),
    finishedAt: at(20 + index),
  }));
  return measureQuality({ language: "fr", orderedAt: at(0), chapters, sources: [{ number: 1, url: "https://a.fr/" }] });
}
const failing = (sheet: Pick<QualitySheet, "structure">) =>
  Object.fromEntries(sheet.structure.checks.filter((check) => check.chapters.length).map((c) => [c.name, c.chapters]));
const sound = (seed: number) => `# Chapitre ${seed}\n\n${body(seed)}`;

test.each([
  [1000, 0],
  [1500, 50],
  [2000, 75],
  [2400, 87.5],
  [2700, 94.4],
  [2850, 97.4],
  [3000, 100],
  [3150, 98.3],
  [3600, 93.3],
  [6000, 66.7],
  [12_000, 0],
  [0, 0],
])("%i mots pour 3000 demandés donnent %f", (words, score) => {
  expect(lengthScore(3000, words)).toBeCloseTo(score, 1);
});

test("un livre sain passe partout", async () => {
  const sheet = QualitySheet.parse(await sheetOf([sound(1), sound(2), sound(3)]));
  expect(sheet.length).toMatchObject({ asked: 120, within: 3 });
  expect(sheet.length.score).toBeGreaterThan(98);
  expect(sheet.repetition).toEqual({ share: 0, runs: 3 * (120 - 7) });
  expect(sheet.duplicates).toEqual({ exact: 0, near: 0, closest: [] });
  expect(failing(sheet)).toEqual({});
  expect(sheet.citations).toMatchObject({ links: 0, addresses: 0, citations: 0, dangling: 0 });
  expect(sheet.time).toEqual({ total_ms: 22_000, chapters_ms: 33_000 });
});

test("un chapitre trop court se voit, et la moyenne ne le cache pas", async () => {
  const { length } = await sheetOf([sound(1), `# Court\n\n${paragraph(9)}`]);
  expect(length.within).toBe(1);
  expect(length.lowest).toBeLessThan(10);
  expect(length.chapters.map((chapter) => chapter.words)).toEqual([123, 41]);
});

test("les suites de huit mots redites se comptent chacune", async () => {
  const words = Array.from({ length: 8 }, (_, index) => `m${index}`).join(" ");
  const { repetition } = await sheetOf([`${words} a`, `${words} b`]);
  expect(repetition).toEqual({ share: 0.5, runs: 4 });
});

test("un paragraphe recopié et un paragraphe presque recopié se trouvent, pas leurs voisins", async () => {
  const words = paragraph(1000).split(" ");
  const near = [...words.slice(0, 25), ...paragraph(77).split(" ").slice(0, 15)].join(" ");
  const far = [...words.slice(0, 15), ...paragraph(78).split(" ").slice(0, 25)].join(" ");
  const { duplicates } = await sheetOf([
    sound(1),
    `# Copie\n\n${paragraph(1001)}.`,
    `# Près\n\n${near}`,
    `# Loin\n\n${far}`,
  ]);
  expect(duplicates).toMatchObject({ exact: 1, near: 1 });
  expect(duplicates.closest).toEqual([
    { chapter: 2, other: 1, similarity: 1 },
    // 23 suites de trois mots sur 38 + 38 − 23.
    { chapter: 3, other: 1, similarity: 0.43 },
  ]);
});

test.each([
  ["one_title", "# A\n\nTexte.\n\n# B\n\nTexte."],
  ["title_not_repeated", "# A\n\nTexte.\n\n## A\n\nTexte."],
  ["no_level_jump", "# A\n\nTexte.\n\n### B\n\nTexte."],
  ["no_empty_section", "# A\n\n## B\n\n## C\n\nTexte."],
  ["no_announcement", "# A\n\nTexte.\n\nSouhaitez-vous que je poursuive avec le chapitre suivant ?"],
  ["no_announcement", "# A\n\nBien sûr ! Je vous propose ce texte.\n\nTexte."],
  ["no_announcement", "# A\n\nVoici le chapitre demandé.\n\nTexte."],
  ["no_prompt", '# A\n\nTexte.\n\n"""\n\nTexte.'],
  ["no_prompt", "# A\n\n## Longueur attendue : environ 300 mots\n\nTexte."],
  ["no_prompt", "# A\n\n**Termes que ce chapitre définit, en ce sens :** le fût.\n\nTexte."],
  ["no_prompt", "# A\n\nChapter to write: 2. B\n\nTexte."],
  ["no_conclusion_endings", "# A\n\nTexte.\n\n## Conclusion\n\nTexte."],
  ["no_conclusion_endings", "# A\n\nTexte.\n\n## Pour conclure\u202f: le pain\n\nTexte."],
  ["no_conclusion_endings", "# A\n\nTexte.\n\n## En guise de conclusion\n\nTexte."],
  ["no_conclusion_endings", "# A\n\nTexte.\n\n## Conclusions générales\n\nTexte."],
  ["no_conclusion_endings", "# A\n\nTexte.\n\n## Conclusion\n\nTexte.\n\n### Pour aller plus loin\n\nTexte."],
  ["no_conclusion_endings", "# A\n\nTexte.\n\n## B\n\nTexte.\n\n### Le mot de la fin\n\nTexte."],
  ["no_conclusion_endings", "# A\n\n## B\n\nTexte.\n\nPour conclure, le pain est bon."],
])("le défaut %s nomme son chapitre, et lui seul", async (name, content) => {
  expect(failing(await sheetOf([sound(1), content, sound(3)]))).toEqual({ [name]: [2] });
});

test.each(["Pour finir la cuisson", "Pour conclure un marché", "La conclusion d’un contrat", "Finir le pain"])(
  "« %s » n’est pas une conclusion",
  async (title) => {
    const content = `# A\n\nTexte.\n\n## ${title}\n\nPour conclure un marché, on se serre la main.`;
    expect(failing(await sheetOf([sound(1), content, sound(3)]))).toEqual({});
  },
);

test("deux chapitres qui commencent de même sont nommés, et le dernier a le droit de conclure", async () => {
  const start = "Dans un monde où tout change, il faut savoir";
  const sheet = await sheetOf([`# A\n\n${start} lire.`, sound(2), `# C\n\n${start} écrire.\n\n## Conclusion\n\nFin.`]);
  expect(failing(sheet)).toEqual({ distinct_openings: [1, 3] });
});

test("les citations se comptent, et ce qui ne mène à aucune source du livre", async () => {
  const { citations } = await sheetOf([
    "# A\n\nUn [[1]](https://a.fr/) deux [[1]](https://a.fr/) [trois](https://b.fr) [[4]](https://b.fr) [S9] [ici](#x) `[S8]`",
  ]);
  expect(citations).toEqual({ links: 4, addresses: 2, citations: 3, dangling: 2, sources: { read: 1, cited: 1 } });
});
