"use client";

import { useId, useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { differenceOf, firstOf, lengthOf, type Piece } from "./difference.ts";

const foldedChars = 600;

const looks = {
  removed: {
    words: "rounded-sm bg-fail-wash px-0.5 text-ink line-through decoration-fail/70",
    block: "border-fail/60 bg-fail-wash",
    sign: "−",
    said: "n’est pas dans le livre",
  },
  added: {
    words: "rounded-sm bg-accent-wash px-0.5 text-ink underline decoration-accent decoration-2 underline-offset-3",
    block: "border-accent bg-accent-wash",
    sign: "+",
    said: "est dans le livre",
  },
};
const block = "mt-1.5 block rounded-r-md border-l-3 py-1.5 pr-3 pl-3 text-ink no-underline first:mt-0";

function Part({ piece: { kind, text }, isBlock }: { piece: Piece; isBlock: boolean }) {
  if (kind === "same") return text;
  const Tag = kind === "removed" ? "del" : "ins";
  const look = looks[kind];
  return (
    <Tag className={isBlock ? `${block} ${look.block}` : look.words}>
      <span className="sr-only">{` [${look.said}\u202f: `}</span>
      {isBlock && (
        <span aria-hidden="true" className="mr-2 font-sans text-soft">
          {look.sign}
        </span>
      )}
      {text}
      <span className="sr-only">{"] "}</span>
    </Tag>
  );
}

/** What of a text is not in the book, and what is; word by word, or one text after the other. A long one is folded. */
export function Difference({ from, to }: { from: string; to: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const pieces = differenceOf(from, to);
  const isLong = lengthOf(pieces) > foldedChars * 1.2;
  const shown = isLong && !open ? firstOf(pieces, foldedChars) : pieces;
  const isBlock = pieces.every(({ kind }) => kind !== "same");
  return (
    <>
      <div id={id} className="mt-2 font-serif text-[0.9375rem]/7 break-words whitespace-pre-wrap text-soft">
        {shown.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
          <Part key={index} piece={piece} isBlock={isBlock} />
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
