import type { Nodes, RootContent } from "mdast";
import type { Block, Document } from "../../document/document.ts";
import { isHeading, spanOf, textOf } from "../../document/nodes.ts";
import { isOnlyMarks } from "./marks.ts";

const maxNameCharacters = 60;
const maxReferenceCharacters = 500;
/** « Sources » may be springs: what stands below has to say that it is not. */
const ambiguous =
  /^(?:sources?(?: citées| consultées)?|références?|references?|liens?|links?|fuentes(?: consultadas)?|referencias|enlaces|quellen(?:angaben)?|literatur|verweise|fonti|riferimenti|fontes(?: consultadas)?|referências|ligações|bronnen|referenties|literatuur)$/iu;
const names = new RegExp(
  `^(?:${[
    "références? bibliographiques?|(?:courte )?bibliographie(?: sélective| indicative)?|webographie|sitographie|notes et références",
    "(?:selected )?bibliography|works cited|further sources",
    "bibliografía(?: seleccionada)?|referencias bibliográficas|obras citadas|webgrafía",
    "literaturverzeichnis|quellenverzeichnis|bibliografie|weiterführende literatur|literaturhinweise",
    "bibliografia(?: essenziale)?|riferimenti bibliografici|sitografia|opere citate",
    "referências bibliográficas|bibliografia selecionada|obras citadas",
    "literatuurlijst|bronnenlijst|bronvermelding|geraadpleegde bronnen",
  ].join("|")})$`,
  "iu",
);

const address = /(?:https?:\/\/|www\.|doi:|doi\.org|isbn[ :])/iu;
const numbered = /^\s*(?:\[\^?S?\d{1,3}\]|\[\^[^\]\s]{1,40}\])/iu;
/** « Dupont, J., 2019. », « Dupont et Durand (2019) », „Müller und Meier (2019)“ */
const author =
  /^\s*\p{Lu}[\p{L}’'-]{1,40}(?: et al\.| (?:et|and|y|und|e|en|&) \p{Lu}[\p{L}’'-]{1,40})?,? (?:\p{Lu}\.|\(?(?:1[5-9]|20)\d\d)/u;
const year = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/;

const holdsLink = (node: Nodes): boolean =>
  /^(?:link|definition|footnote)/.test(node.type) || ("children" in node && node.children.some(holdsLink));

function isReference(entry: Nodes, { source, isSure }: { source: string; isSure: boolean }): boolean {
  const raw = source.slice(spanOf(entry).start, spanOf(entry).end).replace(/^\s*(?:[-*+]|\d{1,9}[.)])[ \t]*/, "");
  if (raw.length > maxReferenceCharacters) return false;
  const isKnown = holdsLink(entry) || address.test(raw) || numbered.test(raw) || author.test(raw) || isOnlyMarks(raw);
  return isKnown || (isSure && year.test(raw));
}

const entriesOf = (node: RootContent): Nodes[] => (node.type === "list" ? node.children : [node]);

const isTitle = (node: RootContent) =>
  isHeading(node) ||
  (node.type === "paragraph" && (node.children[0]?.type === "strong" || textOf(node).trim().endsWith(":")));

const nameOf = (node: RootContent) => textOf(node).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");

/** @returns the heading of a bibliography that ends the chapter, and holds nothing but references */
export function findBibliography({ blocks, source }: Document): Block | undefined {
  const at = blocks.findLastIndex(({ node, start, end }) => end - start <= maxNameCharacters && isTitle(node));
  const title = blocks[at];
  if (!title || at === blocks.length - 1) return undefined;
  const name = nameOf(title.node);
  const isSure = names.test(name);
  if (!isSure && !ambiguous.test(name)) return undefined;
  const entries = blocks.slice(at + 1).flatMap(({ node }) => entriesOf(node));
  return entries.every((entry) => isReference(entry, { source, isSure })) ? title : undefined;
}
