import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { endOfLesson } from "./exercise-sections.ts";
import { lackOf } from "./need.ts";

const prose =
  "Le gardien montait chaque soir les deux cent douze marches, une lampe à la main et du pain dans sa poche. Il avait appris à reconnaître les navires à leur façon de prendre la houle, et comptait les coups de corne quand la brume venait.";
const lackIn = async (text: string, genre: Parameters<typeof lackOf>[1]) =>
  lackOf(await openDocument(`# Titre\n\n${prose}\n\n${text}`), genre);

const answers = "## Corrigés\n\n1. Dix.\n2. Onze.";

test.each([
  `## Exercices\n\n1. Comptez.\n2. Recomptez.\n\n${answers}`,
  "## Pour s’exercer\n\n### Exercice 1\n\nComptez.\n\n### Solution\n\nDix.",
  "**Exercice 1.** Comptez les marches.\n\n**Corrigé.** Il y en a dix.",
  "- Combien de marches ?\n- Combien de lampes ?\n\nRéponses : dix, une.",
  "## Übungen\n\n1. Zähle.\n\n## Lösungen\n\n1. Zehn.",
  "## Practice problems\n\n1. Count.\n\n## Answers\n\n1. Ten.",
  "## Série A\n\n1. Comptez.\n\n### Corrigé\n\n1. Dix.",
])("un cours a ses exercices et ses corrigés, sous tous leurs noms : %s", async (text) => {
  expect(await lackIn(text, "course")).toBeUndefined();
});

test.each([
  ["", /n’a pas d’exercices/],
  ["## La question du sel\n\nLa réponse de la mer est un exercice de patience.", /n’a pas d’exercices/],
  ["## Exercices\n\n1. Comptez.\n2. Recomptez.", /n’ont pas de corrigés/],
  ["## À vous\n\nRacontez votre dimanche.", /n’ont pas de corrigés/],
])("ce qui manque à un cours est dit : %s", async (text, message) => {
  expect(await lackIn(text, "course")).toMatch(message);
  expect(await lackIn(text, "essay")).toBeUndefined();
});

const verses = ["Et le vent sur la lande", "emporte les chansons", "et la mer au rivage", "endort les moussaillons"];

test.each([
  verses.join("\n"),
  verses.join("  \n"),
  verses.join("\\\n"),
  verses.join("\n\n"),
  verses.map((verse) => `> ${verse}`).join("\n"),
  `\`\`\`\n${verses.join("\n")}\n\`\`\``,
])("des vers sont des vers, de quelque façon qu’ils soient coupés : %s", async (text) => {
  expect(await lackIn(text, "poetry")).toBeUndefined();
});

test("de la prose sans un vers le dit, une réplique n’en est pas un", async () => {
  for (const text of ["", prose, "— Vous partez ?\n\n— Demain.\n\n— Déjà ?"])
    expect(await lackIn(text, "poetry")).toMatch(/en prose, sans un vers/);
});

test("un ouvrage de référence a des entrées : titres, mots en gras, listes ou tableaux", async () => {
  for (const text of [
    "## Bôme\n\nEspar.\n\n## Drisse\n\nCordage.",
    "**Bôme.** Espar.\n\n**Drisse.** Cordage.",
    "- Bôme : espar\n- Drisse : cordage",
    "`ouvrir()` ouvre.\n\n`fermer()` ferme.",
  ])
    expect(await lackIn(text, "reference"), text).toBeUndefined();
  expect(await lackIn(prose, "reference")).toMatch(/n’a pas d’entrées/);
});

test("la leçon finit où commencent les exercices qui l’achèvent", async () => {
  const lesson = `# Titre\n\n${prose}\n\n## Questions de méthode\n\n${prose}\n\n## Le sel\n\n${prose}`;
  const end = `\n\n## Exercices\n\n1. Comptez.\n\n${answers}`;
  expect(endOfLesson(await openDocument(lesson + end))).toBe(lesson.length + 2);
  expect(endOfLesson(await openDocument(lesson))).toBe(lesson.length);
});
