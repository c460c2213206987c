import { textOf } from "../../document/nodes.ts";
import { proseOf } from "../../document/prose/read.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { ReviewedChapter } from "./read.ts";

type Term = { term: string; definition: string; position: number; asked: string; defining: RegExp };

const simple = (text: string) =>
  text.normalize("NFC").toLocaleLowerCase("fr").replaceAll("'", "’").replace(/\s+/g, " ");
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Misses some definitions, but takes no mere use of a term for one. */
function definingOf(term: string): RegExp {
  const named = `(?:(?:le|la|les|un|une|des|du|the|an?) |l’)?(?:(?:mot|terme|notion|concept|term|word)(?: de| of)? )?[«“"\\s]*${escaped(term)}[»”"\\s]*`;
  return new RegExp(
    [
      `(?:^|[.!?…]\\s+)${named}\\s(?:désigne|signifie|se définit (?:comme|par)|est définie? comme|refers to|is defined as)\\s`,
      `(?<![\\p{L}])on (?:appelle|nomme|entend par) ${named}(?![\\p{L}\\p{N}])`,
      `(?:^|[.!?…]\\s+)(?:par|by) ${named},? ?(?:on|nous|we) (?:entend|entendons|mean)`,
    ].join("|"),
    "u",
  );
}

function termsOf(outline: BookOutline): Term[] {
  const terms = new Map<string, Term>();
  for (const [index, { defines }] of outline.chapters.entries())
    for (const { term, definition } of defines) {
      const asked = simple(term).trim();
      if (asked.length > 2 && !terms.has(asked))
        terms.set(asked, { term, definition, asked, position: index + 1, defining: definingOf(asked) });
    }
  return [...terms.values()];
}

export async function findRedefinitions(chapters: ReviewedChapter[], outline: BookOutline) {
  const terms = termsOf(outline);
  const found: { chapter: ReviewedChapter; block: number; term: Term }[] = [];
  for (const chapter of chapters) {
    const passages = proseOf(chapter.document);
    for (const [block, { node }] of chapter.document.blocks.entries()) {
      if (block % 50 === 49) await yieldToEventLoop();
      if (!passages[block]?.some(({ kind }) => kind === "prose")) continue;
      const text = simple(textOf(node));
      for (const term of terms)
        if (term.position !== chapter.position && text.includes(term.asked) && term.defining.test(text))
          found.push({ chapter, block, term });
    }
  }
  return found;
}
