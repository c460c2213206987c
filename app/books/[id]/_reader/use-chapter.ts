"use client";

import { parseAsInteger, useQueryState } from "nuqs";
import { useEffect } from "react";

const typing = 'input, textarea, select, [contenteditable], [role=dialog], [role=slider], [tabindex="0"]';

/** The chapter in the address (`?chapitre=3`), counted from 1; the arrow keys turn the pages. */
export function useChapter(last: number) {
  const [wanted, setWanted] = useQueryState("chapitre", parseAsInteger.withDefault(1).withOptions({ history: "push" }));
  const position = Math.min(Math.max(1, wanted), Math.max(1, last));

  const go = (next: number) => {
    if (next < 1 || next > last) return;
    void setWanted(next);
    window.scrollTo({ top: 0 });
    requestAnimationFrame(() => document.getElementById("chapitre")?.focus({ preventScroll: true }));
  };

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
