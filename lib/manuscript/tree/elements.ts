import type { Element, ElementContent, Nodes, Root } from "hast";

export const isElement = (node: Nodes): node is Element => node.type === "element";

export const childrenOf = (node: Nodes): ElementContent[] =>
  "children" in node ? node.children.flatMap((child) => (child.type === "doctype" ? [] : [child])) : [];

/** Every element below a node, in the order of the text, with those it stands in, the nearest last. */
export function* elementsOf(
  node: Root | Element,
  above: Element[] = [],
): Generator<{ element: Element; above: Element[] }> {
  for (const child of childrenOf(node))
    if (isElement(child)) {
      yield { element: child, above };
      yield* elementsOf(child, [...above, child]);
    }
}

export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return childrenOf(node).map(textOf).join("");
}

export const property = (element: Element, name: string): string => {
  const value = element.properties[name];
  return typeof value === "string" ? value : "";
};

const holds = (element: Element): boolean =>
  element.tagName === "img" ||
  textOf(element).trim() !== "" ||
  childrenOf(element).some((child) => isElement(child) && holds(child));

/** Whether a reader sees anything of it. */
export const isEmpty = (node: Nodes): boolean => (isElement(node) ? !holds(node) : textOf(node).trim() === "");
