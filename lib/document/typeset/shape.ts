import type { Nodes } from "mdast";
import { childrenOf } from "../nodes.ts";

function attributesOf(node: Nodes): string {
  const { position: _position, data: _data, ...own } = node;
  return JSON.stringify(own, (key, value) => (key === "children" ? value.length : value));
}

export function hasSameShape(one: Nodes, other: Nodes): boolean {
  if (one.type !== other.type) return false;
  if (one.type === "text") return true;
  if (attributesOf(one) !== attributesOf(other)) return false;
  const others = childrenOf(other);
  return childrenOf(one).every((child, index) => {
    const same = others[index];
    return same !== undefined && hasSameShape(child, same);
  });
}
