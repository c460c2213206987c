import type { Block, Document } from "../../document/document.ts";
import { textOf } from "../../document/nodes.ts";
import { withoutBlocks } from "./headings.ts";

const whole = "(?:chapitre|chapter|section|texte|text|passage)";
const french = `(?:contenu|continu|continuation|suite|texte|corps|développement|rédaction) (?:du|de la|de ce|de cette) ${whole}`;
const english = `(?:(?:content|continuation|text|body) of (?:the|this) ${whole}|${whole} (?:content|text|body))`;
const contentLabel = new RegExp(`^(?:${french}|${english})(?: \\d{1,2})?\\s?:$`, "iu");

/** « Contenu du chapitre : », above the text itself. Above a list it may be an author's table of contents. */
const isContentLabel = ({ node }: Block, next: Block | undefined) =>
  node.type === "paragraph" && next?.node.type !== "list" && contentLabel.test(textOf(node).trim());

/** Takes out the lines that name a text as what fills a form. */
export const withoutContentLabels = (document: Document): string =>
  withoutBlocks(
    document,
    document.blocks.filter((block, index) => isContentLabel(block, document.blocks[index + 1])),
  );
