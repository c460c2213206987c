import type { RootContent } from "mdast";
import type { Document } from "../../document/document.ts";

export type MeasuredChapter = { position: number; document: Document };

export const nodesOf = ({ document }: { document: Document }): RootContent[] => document.blocks.map(({ node }) => node);
