"use client";

import { memo, useMemo } from "react";
import { Prose } from "#app/_components/prose/prose.tsx";
import { cutHtml, lettersOf } from "./cut-html.ts";
import { useFlow } from "./use-flow.ts";

const Paragraph = memo(({ html }: { html: string }) => html !== "" && <Prose html={html} />);

/** The paragraphs of a draft, as HTML of the server's. */
type Props = { paragraphs: string[] };

/** The paragraphs that have flowed in so far, the last of them as far as it has. */
function useFlowing(paragraphs: string[]): string[] {
  const letters = useMemo(() => paragraphs.map(lettersOf), [paragraphs]);
  let left = useFlow(letters.reduce((sum, count) => sum + count, 0));
  const shown: string[] = [];
  for (const [index, html] of paragraphs.entries()) {
    const count = letters[index] ?? 0;
    if (left <= 0 && count > 0) break;
    shown.push(count > left ? cutHtml(html, left) : html);
    left -= count;
  }
  return shown;
}

/** A few lines have this many characters of HTML, or less. */
const windowLength = 1200;

/** Enough of the last paragraphs to fill a few lines. */
function lastOf(paragraphs: string[]): number {
  let length = 0;
  const at = paragraphs.findLastIndex((html) => {
    length += html.length;
    return length >= windowLength;
  });
  return Math.max(0, at);
}

/** Shows the last lines of a draft in a window that keeps its height. */
export function LastLines({ paragraphs }: Props) {
  const shown = useFlowing(paragraphs);
  const first = lastOf(shown);
  return (
    <div className="draft-window" aria-hidden="true">
      <div className="draft">
        {shown.slice(first).map((html, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft only grows, a paragraph is its place in it
          <Paragraph key={first + index} html={html} />
        ))}
      </div>
    </div>
  );
}

/** Shows the whole draft of a chapter. */
export function WholeDraft({ paragraphs }: Props) {
  const shown = useFlowing(paragraphs);
  return (
    <div className="draft">
      {shown.map((html, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a draft only grows, a paragraph is its place in it
        <Paragraph key={index} html={html} />
      ))}
    </div>
  );
}
