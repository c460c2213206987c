"use client";

import { useId, useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { differenceOf, firstOf, lengthOf, type Piece } from "./difference.ts";

const foldedChars = 600;

const looks = {
  removed: "rounded-sm bg-fail-wash px-0.5 text-ink line-through decoration-fail/70",
  added: "rounded-sm bg-accent-wash px-0.5 text-ink underline decoration-accent decoration-2 underline-offset-3",
} as const;
const words = { removed: "retiré", added: "mis à la place" } as const;

function Part({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === "same") return text;
  const Tag = kind === "removed" ? "del" : "ins";
  return (
    <Tag className={looks[kind]}>
      <span className="sr-only">{` [${words[kind]}\u202f: `}</span>
      {text}
      <span className="sr-only">{"] "}</span>
    </Tag>
  );
}

/** What a text lost, struck out, and gained, underlined; a long one is folded. */
export function Difference({ before, after }: { before: string; after: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const pieces = differenceOf(before, after);
  const isLong = lengthOf(pieces) > foldedChars * 1.2;
  const shown = isLong && !open ? firstOf(pieces, foldedChars) : pieces;
  const isApart = pieces.length === 2 && pieces.every(({ kind }) => kind !== "same");
  return (
    <>
      <div
        id={id}
        className="mt-2 font-serif text-[0.9375rem]/7 break-words whitespace-pre-wrap text-soft [box-decoration-break:clone]"
      >
        {shown.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
          <span key={index} className={isApart ? "block first:mb-2" : undefined}>
            <Part piece={piece} />
          </span>
        ))}
      </div>
      {isLong && (
        <Button
          look="bare"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="mt-1 text-[0.8125rem]"
        >
          {open ? "Replier" : "Tout lire"}
        </Button>
      )}
    </>
  );
}
