import { expect, test } from "vitest";
import { normalizeChapter } from "./chapter-text.ts";
import { EditRecord } from "./edits.ts";

const names = {
  title: "La tour et la pierre",
  bookTitle: "Les phares de Bretagne",
  plan: ["La construction des premiers phares", "Les tailleurs de pierre", "Le granit de l’île"],
};
const text = "Les hommes partent avant l’aube, avec leurs masses et leurs coins.";
const more = "Ils reviennent le soir, quand la mer remonte.";

async function normalized(said: string) {
  const record = new EditRecord();
  const { source } = await normalizeChapter(said, names, record);
  return { body: source.replace(/^# .*\n*/, ""), edits: record.edits };
}

test.each([
  ["le titre en gras", `**Chapitre 1 : La tour et la pierre**\n\n${text}`],
  [
    "le titre du livre, puis celui du chapitre",
    `# Les phares de Bretagne\n\n## Chapitre 1 : La tour et la pierre\n\n${text}`,
  ],
  ["le titre et son numéro, sur la ligne d’avant", `2. La tour et la pierre\n${text}`],
  ["le titre et son numéro, sans balisage", `Chapitre 2 : La tour et la pierre\n\n${text}`],
  ["le titre du livre seul", `# Les phares de Bretagne\n\n${text}`],
  ["les deux en un", `# Les phares de Bretagne — Chapitre I : La tour et la pierre\n\n${text}`],
  [
    "les deux en gras, un filet entre eux",
    `**Les phares de Bretagne**\n\n---\n\n**La tour et la pierre**\n\n---\n\n${text}`,
  ],
  ["un numéro seul", `# Chapitre 1\n\n## La tour et la pierre\n\n${text}`],
  ["a number alone", `**Chapter One**\n\n${text}`],
  ["un en-tête de fichier", `---\ntitle: "La tour et la pierre"\nauthor: Anonyme\ntags:\n  - phares\n---\n\n${text}`],
  ["un en-tête TOML", `+++\ntitle = "La tour"\ndraft = true\n+++\n\n# La tour et la pierre\n\n${text}`],
  ["un en-tête dans un bloc", `\`\`\`markdown\n---\ntitre: La tour\nchapitre: 1\n---\n\n${text}\n\`\`\``],
  ["des filets autour", `---\n\n${text}\n\n***`],
  ["une suite promise", `${text}\n\n*(À suivre dans le prochain chapitre…)*`],
  ["a promised sequel", `${text}\n\n(To be continued in the next chapter)`],
  ["une fin de chapitre", `${text}\n\n**Fin du chapitre 1**`],
  ["son annonce", `Dans ce chapitre, nous allons parler de la construction des premiers phares. ${text}`],
  ["son annonce, au présent", `Ce chapitre présente la tour, la pierre et le granit de l’île. ${text}`],
  [
    "son annonce, avec « on »",
    `Au cours de ce chapitre, on découvrira comment les tailleurs de pierre travaillaient le granit.\n\n${text}`,
  ],
  ["son annonce, au futur", `Dans ce premier chapitre, nous explorerons en détail la tour et la pierre.\n\n${text}`],
])("%s ne reste pas, et c’est noté", async (_name, said) => {
  const { body, edits } = await normalized(said);
  expect(body).toBe(text);
  expect(edits.length).toBeGreaterThan(0);
});

test.each([
  "In this chapter, we will explore how the tower was built and why granite was used.",
  "This chapter looks at the tower and its granite.",
  "In this first chapter, we’ll learn about the granite tower.",
])("its own announcement does not stay: %s", async (sentence) => {
  const english = { title: "The granite tower", plan: ["How the tower was built"] };
  const { source } = await normalizeChapter(`${sentence} The men leave before dawn.`, english);
  expect(source).toBe("# The granite tower\n\nThe men leave before dawn.");
});

test.each([
  ["**Plan du chapitre**", "- La taille\n- La pose"],
  ["## Sommaire", "1. La taille\n2. La pose"],
  ["Plan :", "1. [La taille](#la-taille)\n2. [La pose](#la-pose)"],
  ["### Table des matières", "- 1. La taille\n- 2. La pose"],
  ["**Table of contents**", "- La taille\n- La pose"],
  ["**Plan du chapitre :**", "- Les tailleurs de pierre\n- Le granit de l’île"],
])("une liste qui n’est que le plan ne reste pas : %s", async (name, list) => {
  const sections = `## La taille\n\n${text}\n\n## La pose\n\n${more}`;
  const { body, edits } = await normalized(`${name}\n\n${list}\n\n${sections}`);
  expect(body).toBe(sections);
  expect(edits.map(({ before }) => before).join("\n")).toContain(list);
});

test.each([
  ["**1. Introduction**", "**2. La pose**"],
  ["**1) Introduction**", "**2) La pose :**"],
  ["**I. Introduction**", "**II. La pose**"],
  ["**Section 1 : Introduction**", "**Section 2 : La pose**"],
  ["**## Introduction**", "**## La pose**"],
  ["## **1. Introduction**", "## **2. La pose**"],
])("un titre en gras et numéroté devient un titre : %s", async (one, two) => {
  const { body, edits } = await normalized(`${one}\n\n${text}\n\n${two}\n\n${more}`);
  expect(body.replaceAll("**", "")).toBe(`## Introduction\n\n${text}\n\n## La pose\n\n${more}`);
  expect(edits.length).toBeGreaterThan(0);
});

test.each([
  ["un feuilleton qui s’achève ainsi", `${text}\n\nÀ suivre…`],
  ["une fin de conte", `${text}\n\nFin`],
  [
    "une annonce qui dit plus que le plan",
    `Dans ce chapitre, nous allons installer Rust, écrire un programme et le compiler avec Cargo. ${text}`,
  ],
  ["un chapitre qui n’est qu’une phrase", "Dans ce chapitre, nous allons parler de la tour et de la pierre."],
  ["un chapitre de la vie", `Ce chapitre de sa vie se ferma quand la tour fut finie. ${text}`],
  [
    "un chapitre dont on parle plus loin",
    `${text} Dans ce chapitre, nous allons parler de la tour et de la pierre. ${more}`,
  ],
  ["un gras qui n’est pas un titre", `**Attention : la pierre glisse.**\n\n${text}`],
  [
    "une section qui finit par un mot du titre",
    `## Le poids de la pierre\n\n${text}\n\n## Les 3 âges de la pierre\n\n${more}`,
  ],
  ["une section au nom du livre", `## Les phares de Bretagne\n\n${text}\n\n## Le granit\n\n${more}`],
  [
    "des étapes en gras sous un titre",
    `## La pose\n\n**1. Caler la pierre**\n\n${text}\n\n**2. Couler le mortier**\n\n${more}`,
  ],
  ["un seul gras numéroté", `${text}\n\n**1. La pose**\n\n${more}`],
  [
    "des gras numérotés qui sont des phrases",
    `**1. Il cale la pierre.**\n\n${text}\n\n**2. Il coule le mortier.**\n\n${more}`,
  ],
  ["une scène entre deux filets", `${text}\n\n---\n\n${more}\n\n---\n\n${text}`],
  ["une pièce qui commence par un filet", `---\n\nLe gardien : il dort.\n\n---\n\n${text}`],
  [
    "un plan qui dit plus",
    `**Plan du chapitre**\n\n- La taille, à marée basse\n- La pose\n\n## La taille\n\n${text}\n\n## La pose\n\n${more}`,
  ],
  ["le plan d’une tour", `**Plan :**\n\n- Une cave\n- Une lanterne\n\n${text}`],
  ["un sommaire d’exercices", `## Sommaire\n\n- Calculer une aire\n- Tracer un cercle\n\n${text}`],
  ["une liste de pierres", `**Les pierres**\n\n- Granit\n- Grès\n\n## Granit\n\n${text}\n\n## Grès\n\n${more}`],
])("%s : tout reste", async (_name, said) => {
  const { body, edits } = await normalized(said);
  const outer = said.replace(/^---\n\n|\n\n---$/g, "");
  expect(body.replace(/^---\n\n/, "")).toBe(outer);
  expect(edits.filter(({ reason }) => reason !== "announcement")).toEqual([]);
});

test("ce qui est ôté ou changé de la forme est noté, avant et après ; le niveau d’un titre ne l’est pas", async () => {
  const { edits } = await normalized(
    `# Chapitre 1 — La tour et la pierre\n\n# 1. La taille\n\n${text}\n\n## Vide\n\n# Granit\n\n${more}`,
  );
  expect(edits).toMatchObject([
    { reason: "heading", before: "# Chapitre 1 — La tour et la pierre", after: "# La tour et la pierre" },
    { reason: "heading", before: "## Vide", after: "" },
    { reason: "heading", before: "## 1. La taille", after: "## La taille" },
  ]);
});

test.each([
  ["une liste qui commence par ces mots", `1. La tour et la pierre\n2. Le phare et la mer\n\n${text}`],
  ["un vers qui est le titre", `La tour et la pierre\nse parlent dans le vent.`],
  ["une phrase qui commence ainsi", `1. La tour et la pierre se parlent.\n\n${text}`],
])("%s reste", async (_name, said) => {
  const { body } = await normalized(said);
  expect(body).toContain(said.split("\n")[0]);
});
