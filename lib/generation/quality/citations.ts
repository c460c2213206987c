import type { Nodes } from "mdast";
import type { QualitySheet } from "../../contract/quality.ts";
import type { Reading } from "./reading.ts";

function addressesOf(node: Nodes): string[] {
  const own = (node.type === "link" || node.type === "definition") && /^https?:/i.test(node.url) ? [node.url] : [];
  return "children" in node ? [...own, ...node.children.flatMap((child) => addressesOf(child))] : own;
}

/** The addresses a book sends its reader to. */
export function measureCitations(readings: Reading[]): QualitySheet["citations"] {
  const addresses = readings.flatMap(({ blocks }) => blocks.flatMap((block) => addressesOf(block)));
  return { links: addresses.length, addresses: new Set(addresses).size };
}
