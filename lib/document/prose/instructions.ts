import { sentencesOf } from "../sentences.ts";

const noVerbs =
  "chez|assez|nez|rez|premier|dernier|hier|léger|entier|cher|fier|soir|espoir|désir|avenir|loisir|plaisir|noir";
const infinitives =
  "faire|mettre|prendre|battre|cuire|répondre|étendre|lire|écrire|décrire|traduire|résoudre|construire|réduire|joindre|\\p{L}+(?:er|ir)";
const objects =
  "le|la|les|l|un|une|des|du|de|d|ce|cet|cette|ces|son|sa|ses|vos|votre|au|aux|à|en|dans|sur|avec|jusqu|pendant|bien|\\p{Ll}+(?:er|ir|re)|\\p{N}+";
/** A verb of command (« Préchauffez », « Faire ») before its object. */
const french = `(?!(?:${noVerbs})(?!\\p{L}))(?:\\p{L}+ez(?![\\p{L}]|-vous)|(?:${infinitives})[ ,](?:${objects})(?!\\p{L}))`;
const english =
  "(?:preheat|bake|mix|add|stir|roll|cut|place|put|pour|let|cover|fold|whisk|knead|serve|solve|compute|calculate|find|complete|translate|answer|read|write|fill|show|prove|draw|choose|check|press|click|open|select|enter|run|install) (?:the|a|an|it|in|on|with|each|all|every|any|your|until|\\p{N}+)(?!\\p{L})";
const instruction = new RegExp(`^[^\\p{L}]{0,5}(?:${french}|${english})`, "iu");

/** « Préchauffez le four à 180 °C. », which every recipe says again. */
export const isInstruction = (sentence: string): boolean => instruction.test(sentence.slice(0, 60));

export const withoutInstructions = (text: string): string =>
  sentencesOf(text)
    .filter((sentence) => !isInstruction(sentence))
    .join("");
