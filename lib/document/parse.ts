import type { Root } from "mdast";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { findExcess } from "./scan.ts";
import { texMath } from "./tex-math.ts";

/** GFM without its search for addresses in a finished tree, whose nodes have no place in the source. */
const withPositions = gfmFromMarkdown().map(({ transforms: _transforms, ...extension }) => extension);

const options: Options = { extensions: [gfm()], mdastExtensions: withPositions };

/** Loads math with the first text that may have some: it brings KaTeX along. */
async function loadMath(): Promise<Options> {
  const [{ math }, { mathFromMarkdown }] = await Promise.all([import("./math.ts"), import("mdast-util-math")]);
  return { extensions: [gfm(), math(), texMath()], mdastExtensions: [...withPositions, mathFromMarkdown()] };
}
let loaded: Promise<Options> | undefined;

function optionsFor(source: string): Options | Promise<Options> {
  if (!/\$|\\[([]/.test(source)) return options;
  loaded ??= loadMath();
  return loaded;
}

/** Parses CommonMark with tables, footnotes, task lists, strikethrough, bare addresses and math. Call it in a thread. */
export const toTree = async (source: string): Promise<Root> => fromMarkdown(source, await optionsFor(source));

export const isParsable = (source: string): boolean => findExcess(source) === undefined;
