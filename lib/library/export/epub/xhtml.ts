import type { Element, ElementContent, Properties } from "hast";
import { toXast } from "hast-util-to-xast";
import type { Root } from "xast";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";

type Child = ElementContent | string | undefined;

/** An element of XHTML. An attribute `type` of EPUB is written `epub:type`. */
export const el = (tagName: string, properties: Properties = {}, children: Child[] = []): Element => ({
  type: "element",
  tagName,
  properties,
  children: children.flatMap((child): ElementContent[] =>
    child === undefined ? [] : typeof child === "string" ? [{ type: "text", value: child }] : [child],
  ),
});

export function xmlOf(...children: Root["children"]): string {
  const declaration = { type: "instruction", name: "xml", value: 'version="1.0" encoding="UTF-8"' } as const;
  const root: Root = { type: "root", children: [declaration, { type: "text", value: "\n" }, ...children] };
  // The only end of a CDATA section here is one in a text, where XML refuses it.
  return toXml(root, { closeEmptyElements: true }).replaceAll("]]>", "]]&gt;");
}

type Page = { title: string; language: string; type?: string; body: Element[] };

/** A page of the EPUB. `type` says what it is to reading systems: `bodymatter`, `frontmatter`… */
export function writePage({ title, language, type, body }: Page): string {
  const head = el("head", {}, [
    el("title", {}, [title]),
    el("link", { rel: ["stylesheet"], type: "text/css", href: "style.css" }),
  ]);
  const html = el("html", { lang: language, xmlLang: language }, [
    head,
    el("body", type === undefined ? {} : { "epub:type": type }, body),
  ]);
  const made = toXast(html);
  if (made.type !== "element") return "";
  const attributes = { ...made.attributes, "xmlns:epub": "http://www.idpf.org/2007/ops" };
  return xmlOf({ type: "doctype", name: "html" }, x(made.name, attributes, made.children));
}
