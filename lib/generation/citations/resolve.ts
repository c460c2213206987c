import type { Nodes } from "mdast";
import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { bibliography, citationOf, citedSources } from "./bibliography.ts";
import { markOf } from "./marks.ts";
import type { Source } from "./source.ts";

const citesNothing = new Set(["heading", "link", "linkReference"]);

type Stretch = { text: string; prose: boolean };

/** Only prose may cite, and no link can stand in another. */
function stretchesOf({ source, blocks }: Document): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  const walk = (node: Nodes): void => {
    if (node.type === "text") {
      const start = node.position?.start.offset ?? at;
      const end = node.position?.end.offset ?? at;
      stretches.push({ text: source.slice(at, start), prose: false }, { text: source.slice(start, end), prose: true });
      at = end;
    } else if ("children" in node && !citesNothing.has(node.type)) for (const child of node.children) walk(child);
  };
  for (const { node } of blocks) walk(node);
  return [...stretches, { text: source.slice(at), prose: false }];
}

/** Numbers sources in the order in which the chapter cites them; what is no mark of a source stays. */
export async function resolveCitations(
  document: Document,
  { sources, language }: { sources: Source[]; language: string | undefined },
): Promise<{ document: Document; cited: Source[] }> {
  if (sources.length === 0 || !/\[S\d/.test(document.source)) return { document, cited: [] };
  const stretches = stretchesOf(document);
  const prose = stretches.map(({ text, prose }) => (prose ? text : "")).join("\n");
  const cited = citedSources(prose, sources);
  const targets = new Map(cited.map((source, index) => [markOf(source.number), citationOf(source, index + 1)]));
  if (cited.length === 0) return { document, cited };
  const link = (found: string, gap: string, mark: string) => {
    const target = targets.get(mark);
    return target === undefined ? found : (gap && "\u00a0") + target;
  };
  const linked = stretches.map(({ text, prose }) => (prose ? text.replace(/([ \t]?)(\[S\d{1,4}\])/g, link) : text));
  const text = [linked.join(""), bibliography(cited, language)].filter(Boolean).join("\n\n");
  return { document: await openDocument(text), cited };
}
