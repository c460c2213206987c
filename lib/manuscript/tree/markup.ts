import type { Element, Properties, Root } from "hast";
import { Parser } from "htmlparser2";
import { bounds } from "../bounds.ts";
import { unreadable } from "../refused.ts";

/** Counts the elements of all documents of a file together. */
export type ElementCount = { elements: number };

const tooMuch = "Le fichier a plus d’éléments, ou plus profonds, que n’en peut avoir un livre.";

/** What is in them is no text of a book. */
const skipped = new Set(["script", "style", "template", "title", "head", "metadata", "desc"]);

/** The spans of cells, and what concerns no text, stay behind. */
function propertiesOf(name: string, given: Record<string, string>): Properties {
  const { id, src, title, alt, role, start, "epub:type": epubType, class: className } = given;
  const href = given.href ?? given["xlink:href"];
  return {
    ...(id && { id }),
    ...(href && (name === "image" ? { src: href } : { href })),
    ...(src && { src }),
    ...(title && { title }),
    ...(alt && { alt }),
    ...(role && { role }),
    ...(epubType && { epubType }),
    ...(start && /^\d{1,9}$/.test(start) && { start: Number(start) }),
    ...(className && { className: className.split(/\s+/).slice(0, 20) }),
  };
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads HTML and XHTML without expanding any entity of their own. @throws {Refused} above the bounds */
export function parseMarkup(source: string, count: ElementCount = { elements: 0 }): Root {
  const root: Root = { type: "root", children: [] };
  const open: (Root | Element)[] = [root];
  let skipping = 0;
  const parser = new Parser(
    {
      onopentag(fullName, attributes) {
        const name = localName(fullName);
        if (skipping > 0 || skipped.has(name)) skipping += 1;
        if (skipping > 0) return;
        count.elements += 1;
        if (count.elements > bounds.elements || open.length > bounds.depth) throw unreadable(tooMuch);
        const tagName = name === "image" ? "img" : name === "svg" ? "span" : name;
        const element: Element = { type: "element", tagName, properties: propertiesOf(name, attributes), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(value) {
        if (skipping > 0) return;
        const siblings = open.at(-1)?.children ?? [];
        const last = siblings.at(-1);
        if (last?.type === "text") last.value += value;
        else siblings.push({ type: "text", value });
      },
      onclosetag() {
        if (skipping > 0) skipping -= 1;
        else open.pop();
      },
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.end(source);
  return root;
}

/** Reads XML as elements with their own names, without prefixes, and their attributes as they are. @throws {Refused} */
export function parseXml(source: string): Root {
  const root: Root = { type: "root", children: [] };
  const open: (Root | Element)[] = [root];
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        elements += 1;
        if (elements > bounds.elements || open.length > bounds.depth) throw unreadable(tooMuch);
        const element: Element = { type: "element", tagName: localName(name), properties: attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (value) => open.at(-1)?.children.push({ type: "text", value }),
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(source);
  return root;
}
