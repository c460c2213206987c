import type { Root } from "mdast";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mathFromMarkdown } from "mdast-util-math";
import { gfm } from "micromark-extension-gfm";
import { math } from "./math.ts";
import { findExcess } from "./scan.ts";

/** GFM without its search for addresses in a finished tree, whose nodes have no place in the source. */
const withPositions = gfmFromMarkdown().map(({ transforms: _transforms, ...extension }) => extension);

const options: Options = {
  extensions: [gfm(), math()],
  mdastExtensions: [...withPositions, mathFromMarkdown()],
};

/** Parses CommonMark with tables, footnotes, task lists, strikethrough, bare addresses and math. Call it in a thread. */
export const toTree = (source: string): Root => fromMarkdown(source, options);

export const isParsable = (source: string): boolean => findExcess(source) === undefined;
