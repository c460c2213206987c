"use client";

import { memo } from "react";
import { Prose } from "#app/_components/prose/prose.tsx";
import { calm, draftProse, lastLines, paragraphs } from "./calm.ts";
import { useFlow } from "./use-flow.ts";

const Paragraph = memo(({ markdown }: { markdown: string }) => <Prose markdown={markdown} title="" />);

type Props = { draft: string; title: string };

/** Shows the last lines of a draft in a window that keeps its height. */
export function LastLines({ draft, title }: Props) {
  const tail = useFlow(draftProse(draft, title));
  return (
    <div className="draft-window" aria-hidden="true">
      <div className="draft">
        <Prose markdown={calm(lastLines(tail))} title="" />
      </div>
    </div>
  );
}

/** Shows the whole draft of a chapter. */
export function WholeDraft({ draft, title }: Props) {
  const blocks = paragraphs(useFlow(draftProse(draft, title)));
  return (
    <div className="draft draft-whole">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a draft only grows, a paragraph is its place in it
        <Paragraph key={index} markdown={index === blocks.length - 1 ? calm(block) : block} />
      ))}
    </div>
  );
}
