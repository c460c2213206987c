import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { markEdits } from "./edits.ts";
import { findBibliography } from "./invented.ts";
import type { Source } from "./source.ts";

/** Taking out a definition makes text of what referred to it; a mark may stand in another, and make a link of what follows. */
const maxRounds = 10;

async function withoutBibliography(document: Document): Promise<Document> {
  const found = findBibliography(document);
  return found ? openDocument(document.source.slice(0, found.start).trimEnd()) : document;
}

/**
 * Takes out marks of sources that do not exist, and a bibliography that a model added to a chapter: the chapter's own sources
 * end it. Numbers in brackets, links, addresses, footnotes and HTML are the author's. Idempotent.
 */
export async function tidyCitations(document: Document, sources: Pick<Source, "number">[]): Promise<Document> {
  // Where nothing was read nothing can be cited, and `[S9]` may be the name of anything.
  if (sources.length === 0) return document;
  let tidy = await withoutBibliography(document);
  const known = new Set(sources.map(({ number }) => number));
  for (let round = 0; round < maxRounds; round++) {
    const { source, blocks } = tidy;
    const edits = blocks.flatMap(({ node }) => markEdits(node, { source, known }));
    if (edits.length === 0) break;
    tidy = await openDocument(applyEdits(source, edits).trimEnd());
  }
  // « ## [S9] Sources » heads one since its mark is gone.
  return withoutBibliography(tidy);
}
