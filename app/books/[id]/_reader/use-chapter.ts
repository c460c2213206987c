"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

const typing = 'input, textarea, select, [contenteditable], dialog, [role=slider], [tabindex="0"]';

/** Makes the address of a chapter, in the version being read. */
export function useChapterAddress() {
  const here = useSearchParams();
  return (position: number) => {
    const there = new URLSearchParams(here);
    there.set("chapitre", String(position));
    return `?${there}`;
  };
}

/** The chapter in the address (`?chapitre=3`), counted from 1; the arrow keys turn the pages. */
export function useChapter(last: number) {
  const wanted = Number.parseInt(useSearchParams().get("chapitre") ?? "", 10) || 1;
  const position = Math.min(Math.max(1, wanted), Math.max(1, last));
  const addressOf = useChapterAddress();
  const turnedTo = useRef<number>(undefined);

  const go = (next: number) => {
    if (next < 1 || next > last) return;
    turnedTo.current = next;
    window.history.pushState(null, "", addressOf(next));
  };

  // The new chapter is in the document only now.
  useEffect(() => {
    if (turnedTo.current !== position) return;
    turnedTo.current = undefined;
    window.scrollTo({ top: 0 });
    document.getElementById("chapitre")?.focus({ preventScroll: true });
  }, [position]);

  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (event.key === "ArrowLeft") go(position - 1);
      if (event.key === "ArrowRight") go(position + 1);
    };
    window.addEventListener("keydown", turn);
    return () => window.removeEventListener("keydown", turn);
  });

  return { position, go };
}
