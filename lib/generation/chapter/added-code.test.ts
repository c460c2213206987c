import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { openDocument } from "../../document/open.ts";
import type { Ask } from "../models/ask.ts";
import { draftChapter } from "./draft.ts";
import { keepLength } from "./length.ts";
import { beginWriting } from "./writing.ts";

const chapter = {
  title: "Installer",
  description: "Comment installer le serveur.",
  key_points: ["Télécharger", "Régler", "Démarrer"],
  defines: [],
  elsewhere: [],
};
const outline = { title: "Le serveur", chapters: [chapter] };
const text = (seed: string, words: number) => prose({ seed, words, language: "fr" });
const begin = (words: number, ask: Ask) =>
  beginWriting(
    { topic: "Un serveur", goal: "L’installer", words, language: "fr" },
    { ask, outline, position: 1, sources: [], notes: undefined },
  );

const fenced = "```sh\n# télécharge l’archive\ncurl -O archive.tar\n\n## vérifie la somme\nsha256sum archive.tar\n```";
const indented = "    # règle le port\n    PORT=8080";
const inList = "- D’abord\n\n  ~~~py\n  # démarre\n  start()\n  ~~~";

test.each([
  ["entre clôtures", fenced],
  ["en retrait", indented],
  ["dans une liste", inList],
])("ce qu’on ajoute à une section y vient sans ses titres, et son code %s tel quel", async (_name, code) => {
  const short = await openDocument(
    `# Installer\n\n## Télécharger\n\n${text("a", 120)}\n\n## Régler\n\n${text("b", 170)}`,
  );
  const ask: Ask = async () => ({
    text: `## Encore\n\n${text("c", 45)}\n\nPlus bas\n--------\n\n${code}\n\n${text("d", 40)}`,
    ended: "whole",
  });
  const { source } = await keepLength(begin(400, ask), short);
  expect(source).toContain(code);
  expect(source).not.toContain("Encore");
  expect(source).not.toContain("Plus bas");
});

test("un commentaire de code n’est pas donné pour une section déjà écrite", async () => {
  const prompts: string[] = [];
  const ask: Ask = async ({ prompt }) => {
    prompts.push(prompt);
    const nth = prompts.length;
    return {
      text: `## Partie ${nth}\n\n${text(`p${nth}`, 500)}\n\n${fenced}\n\n${text(`q${nth}`, 500)}`,
      ended: "whole",
    };
  };
  await draftChapter(begin(3000, ask));
  expect(prompts[1]).toContain("- Partie 1");
  expect(prompts.at(-1)).not.toContain("- vérifie");
});
