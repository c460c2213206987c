import type { Block, Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { endsMidSentence } from "../text/ending.ts";
import { type Masked, mask } from "./masks.ts";
import type { Run } from "./runs.ts";

/** A run as a model is asked about it. */
export type Original = {
  source: string;
  /** Lines at its beginning that are there for the question alone. */
  leadLines: number;
  blocks: Block[];
  words: number;
  masked: Masked;
  /** The block, from 0, of each mask. */
  blockOfMask: number[];
  endsMidSentence: boolean;
};

/** What makes references of the labels in a part of a text: where they are defined does not matter to them. */
export function labelsOf({ blocks }: Document): string {
  return blocks
    .flatMap(({ node }) => {
      if (node.type === "footnoteDefinition") return [`[^${node.label ?? node.identifier}]: x`];
      return node.type === "definition" ? [`[${node.label ?? node.identifier}]: x`] : [];
    })
    .join("\n\n");
}

/** The blocks of a part of a text whose labels are defined elsewhere. */
export async function blocksIn(source: string, labels: string): Promise<Block[]> {
  const { blocks } = await openDocument(labels === "" ? source : `${source}\n\n${labels}`);
  return blocks.filter(({ start }) => start < source.length);
}

export async function openOriginal(source: string, { lead, labels }: Pick<Run, "lead"> & { labels: string }) {
  const whole = lead + source;
  const blocks = await blocksIn(whole, labels);
  const nodes = blocks.map(({ node }) => node);
  const blockOfMask = blocks.flatMap(({ node, start, end }, index) =>
    mask(whole, [node], { start, end }).kept.map(() => index),
  );
  const original: Original = {
    source: whole,
    leadLines: lead.split("\n").length - 1,
    blocks,
    words: blocks.reduce((sum, { words }) => sum + words, 0),
    masked: mask(whole, nodes),
    blockOfMask,
    endsMidSentence: await endsMidSentence(whole),
  };
  return original;
}
