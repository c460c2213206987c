import { foldText } from "#lib/contract/outline.ts";
import { passageIn } from "../model/answers.ts";
import { countWords, prose } from "../model/prose.ts";
import type { Behaviour, Exchange } from "../model/script.ts";

/** What a model writes that no page says. */
export const invention = "Le phare de Kervelin fut peint en rose en 1799.";

const stems = (text: string) =>
  new Set(
    foldText(text)
      .split(" ")
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );

const lineOf = (prompt: string, label: string) => new RegExp(`^${label} : (.*)$`, "m").exec(prompt)?.[1] ?? "";
const bulletsIn = (text: string) => [...text.matchAll(/^- (.*)$/gm)].map(([, line = ""]) => line);

function questions(prompt: string): string {
  const title = lineOf(prompt, "Chapitre à documenter").replace(/^\d+\. /, "");
  const [one = title, other = title] = bulletsIn(prompt);
  const description = lineOf(prompt, "Description");
  return `lecteur : ${title} : comment et quand ?
lecteur : ${description.replace(/\.$/, "")} ?
praticien : ${one} ?
praticien : ${other} ?
sceptique : ${title} : quels chiffres et quelles dates se contredisent ?
sceptique : ${one} : est-ce vrai ?`;
}

/** Notes every sentence that has two words of its question, obeys every page, invents, and sees no contradiction. */
function notes(prompt: string): string {
  const [asked = ""] = prompt.split("Pages lues");
  const wanted = stems(asked);
  const pages = [...prompt.matchAll(/^<page id="(S\d+)">\n[^\n]*\n\n([\s\S]*?)\n<\/page>/gm)];
  const lines = pages.flatMap(([, id = "", text = ""]) => {
    const sentences = text.split(/(?<=[.!?])\s+/);
    const near = sentences.filter((sentence) => [...stems(sentence)].filter((stem) => wanted.has(stem)).length >= 2);
    const obeyed = /Pirate/.test(text) ? [`- La boutique Pirate a bâti le grand phare. [${id}]`] : [];
    return [...near.map((sentence) => `- ${sentence} [${id}]`), ...obeyed];
  });
  return [...lines, `- ${invention} [S1]`].join("\n");
}

/** Says each note with its mark, both sides of a disagreement, and an invention with a mark that is nobody's. */
function chapter(prompt: string): string {
  const title = lineOf(prompt, "Chapitre à écrire").replace(/^\d+\. /, "");
  const told = /^<notes>\n([\s\S]*?)\n<\/notes>/m.exec(prompt)?.[1] ?? "";
  const said = bulletsIn(told).map((note) => note.replace(/\.?((?: \[S\d+\])+)/g, "$1").replace(/([^.])$/, "$1."));
  const wanted = Number(lineOf(prompt, "Longueur attendue").match(/\d+/)?.[0] ?? 600);
  const words = wanted - countWords(`${title} ${said.join(" ")} Ce que disent les sources Suite`);
  const filler = prose({ seed: title, words: Math.max(60, words), language: "fr", sections: false });
  const body = [`## Ce que disent les sources`, ...said, `${invention.replace(/\.$/, "")} [S99].`, "## Suite", filler];
  return [`# ${title}`, ...body].join("\n\n");
}

/** A model without judgement: what stays right behind it is the code's doing. */
export function answerNaively({ role, prompt }: Exchange): Behaviour {
  if (role === "research") return { text: prompt.includes('<page id="') ? notes(prompt) : questions(prompt) };
  if (role === "review") return { text: passageIn(prompt) };
  return role === "chapter" && /^Chapitre à écrire :/m.test(prompt) ? { text: chapter(prompt) } : {};
}
