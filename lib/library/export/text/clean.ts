import type { Nodes, PhrasingContent } from "mdast";
import { textOf } from "../../../document/nodes.ts";
import type { Definitions } from "./chapter-text.ts";
import { cleanText } from "./clean-text.ts";
import { addressOf } from "./links.ts";

/** Readers of files have bounds of their own, Typst's 128 levels of data: what lies deeper becomes its text. */
const maxDepth = 40;

export type Cleaning = {
  definitions: Definitions;
  /** Takes a reference to a note. @returns what stands in its place */
  refer: (identifier: string) => Nodes[];
};

type Place = { depth: number; inLink: boolean; atTop: boolean };

const inLine = new Set(["text", "emphasis", "strong", "delete", "link", "linkReference", "inlineCode", "inlineMath"]);

const text = (value: string): Nodes[] => (value === "" ? [] : [{ type: "text", value }]);

function childrenOf(node: Nodes, cleaning: Cleaning, place: Place): Nodes[] {
  const inside = { depth: place.depth + 1, inLink: place.inLink || node.type === "link", atTop: false };
  return "children" in node ? node.children.flatMap((child) => cleanNode(child, cleaning, inside)) : [];
}

function flattened(node: Nodes): Nodes[] {
  const children = text(cleanText(textOf(node))) as PhrasingContent[];
  return inLine.has(node.type) || children.length === 0 ? children : [{ type: "paragraph", children }];
}

function linkTo(written: string | undefined, children: Nodes[], { inLink }: Place): Nodes[] {
  const url = written === undefined || inLink ? undefined : addressOf(cleanText(written));
  if (url === undefined || children.length === 0) return children;
  return [{ type: "link", url, children: children as PhrasingContent[] }];
}

/** An address with a protocol that is not the Web's, as a script or the data of the image itself. */
const isHidden = (address: string) => /^\s*[a-z][a-z\d+.-]*:/i.test(address) && !/^https?:/i.test(address);

/** Shows an image as its text, as the reader of the pages does. */
function imageText(alt: string | null | undefined, written: string | undefined, place: Place): Nodes[] {
  const address = written === undefined || isHidden(written) ? undefined : written;
  const shown = [alt, address].map((one) => cleanText(one ?? "").trim()).find((one) => one !== "") ?? "";
  const isOnWeb = address !== undefined && /^(https?:)?\/\//i.test(address);
  return linkTo(isOnWeb ? address : undefined, text(shown), place);
}

function reference(node: Nodes, cleaning: Cleaning, place: Place): Nodes[] {
  const { addresses } = cleaning.definitions;
  if (node.type === "image") return imageText(node.alt, node.url, place);
  if (node.type === "imageReference") return imageText(node.alt, addresses.get(node.identifier), place);
  if (node.type === "footnoteReference") return cleaning.refer(node.identifier);
  const address =
    node.type === "link" ? node.url : node.type === "linkReference" ? addresses.get(node.identifier) : undefined;
  return linkTo(address, childrenOf(node, cleaning, { ...place, inLink: true }), place);
}

function heading(node: Nodes & { type: "heading" }, cleaning: Cleaning, place: Place): Nodes[] {
  const children = childrenOf(node, cleaning, place) as PhrasingContent[];
  if (textOf({ ...node, children }).trim() === "") return [];
  if (place.atTop) return [{ type: "heading", depth: node.depth, children }];
  return [{ type: "paragraph", children: [{ type: "strong", children }] }];
}

const mayBeEmpty = new Set(["listItem", "tableCell", "tableRow"]);

/** @returns what the node becomes in a file, which may be nothing or several nodes */
export function cleanNode(node: Nodes, cleaning: Cleaning, place: Place): Nodes[] {
  if (place.depth > maxDepth) return flattened(node);
  switch (node.type) {
    case "text":
      return text(cleanText(node.value));
    case "inlineCode":
    case "inlineMath":
      return [{ type: "inlineCode", value: cleanText(node.value) }];
    case "code":
    case "math":
      return [{ type: "code", value: cleanText(node.value) }];
    case "break":
    case "thematicBreak":
      return [{ type: node.type }];
    case "image":
    case "imageReference":
    case "footnoteReference":
    case "link":
    case "linkReference":
      return reference(node, cleaning, place);
    case "heading":
      return heading(node, cleaning, place);
    case "html":
    case "yaml":
    case "definition":
    case "footnoteDefinition":
      return [];
    default: {
      const children = childrenOf(node, cleaning, place);
      return children.length > 0 || mayBeEmpty.has(node.type) ? [{ ...node, children } as Nodes] : [];
    }
  }
}
