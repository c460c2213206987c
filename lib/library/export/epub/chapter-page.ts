import type { Element, ElementContent } from "hast";
import type { RootContent } from "mdast";
import { type State, toHast } from "mdast-util-to-hast";
import { textOf } from "../../../document/nodes.ts";
import { labelsIn } from "../labels.ts";
import type { BookText } from "../text/book-text.ts";
import type { ChapterText, Note } from "../text/chapter-text.ts";
import { cleanLine } from "../text/clean-text.ts";
import { el } from "./xhtml.ts";

/** A heading that the contents lead to. */
export type Section = { id: string; title: string; level: number };

const noteId = (number: number | string) => `note-${number}`;
const referenceId = (number: number | string, nth: number) => `appel-${number}${nth > 1 ? `-${nth}` : ""}`;

const noteReference = (number: string, nth: number): Element =>
  el("sup", {}, [
    el("a", { "epub:type": "noteref", role: "doc-noteref", id: referenceId(number, nth), href: `#${noteId(number)}` }, [
      number,
    ]),
  ]);

/** What HTML made of a text and XHTML, or some reading system, does not take. */
function toBookElement(element: Element, labels: { done: string; toDo: string }): Element {
  const children = element.children.map(
    (child): ElementContent => (child.type === "element" ? toBookElement(child, labels) : child),
  );
  const { align, ...properties } = element.properties;
  if (element.tagName === "input") {
    const done = properties.checked === true;
    return el("span", { role: "img", ariaLabel: done ? labels.done : labels.toDo }, [done ? "☑" : "☐"]);
  }
  if (typeof align === "string") return { ...element, properties: { className: [align] }, children };
  return { ...element, properties, children };
}

/** Writes the texts of a chapter, and counts the references to each of its notes. */
class Texts {
  readonly #labels: { done: string; toDo: string };
  readonly uses = new Map<string, number>();

  constructor(labels: { done: string; toDo: string }) {
    this.#labels = labels;
  }

  write(children: RootContent[]): Element[] {
    const footnoteReference = (_state: State, { identifier }: { identifier: string }) => {
      const nth = (this.uses.get(identifier) ?? 0) + 1;
      this.uses.set(identifier, nth);
      return noteReference(identifier, nth);
    };
    const html = toHast({ type: "root", children }, { handlers: { footnoteReference } });
    if (html.type !== "root") return [];
    return html.children.flatMap((child) => (child.type === "element" ? [toBookElement(child, this.#labels)] : []));
  }
}

function writeNote({ number, children }: Note, texts: Texts, label: string): Element {
  const uses = texts.uses.get(String(number)) ?? 1;
  const backs = Array.from({ length: uses }, (_, index) =>
    el(
      "a",
      {
        role: "doc-backlink",
        href: `#${referenceId(number, index + 1)}`,
        ariaLabel: `${label} ${number}${index > 0 ? ` (${index + 1})` : ""}`,
      },
      [uses > 1 ? `↩${index + 1}` : "↩"],
    ),
  );
  const written = texts.write(children);
  const first = written[0];
  const head = el("span", { className: ["numero"] }, [`${number}. `]);
  if (first?.tagName === "p") first.children.unshift(head);
  else written.unshift(el("p", {}, [head]));
  const end = el(
    "p",
    { className: ["retour"] },
    backs.flatMap((back) => [back, " "]),
  );
  return el("aside", { "epub:type": "footnote", role: "doc-footnote", id: noteId(number) }, [...written, end]);
}

/** @returns its page, and the headings that the contents lead to */
export function writeChapter(
  { title, children, notes }: ChapterText,
  language: BookText["language"],
): { body: Element[]; sections: Section[] } {
  const labels = labelsIn[language];
  const texts = new Texts(labels);
  const sections: Section[] = [];
  const text = children.flatMap((node): Element[] => {
    const written = texts.write([node]);
    if (node.type !== "heading") return written;
    const id = `section-${sections.length + 1}`;
    sections.push({ id, title: cleanLine(textOf(node)), level: node.depth });
    return written.map((one) => ({ ...one, properties: { ...one.properties, id } }));
  });
  const ofNotes = notes.map((note) => writeNote(note, texts, labels.noteBack));
  const end =
    ofNotes.length > 0
      ? [el("section", { "epub:type": "footnotes", className: ["notes"], ariaLabel: labels.notes }, ofNotes)]
      : [];
  const body = [
    el("section", { "epub:type": "chapter", role: "doc-chapter", ariaLabelledBy: ["chapitre"] }, [
      el("h1", { id: "chapitre" }, [title]),
      ...text,
      ...end,
    ]),
  ];
  return { body, sections };
}
