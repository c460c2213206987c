"use client";

import type { ReactNode } from "react";
import { useChapterAddress } from "./use-chapter.ts";

type ChapterLinkProps = {
  position: number;
  go: (position: number) => void;
  className: string;
  current?: boolean;
  children: ReactNode;
};

/** A real link, so that a chapter can be opened elsewhere or copied; a plain click turns the page in place. */
export function ChapterLink({ position, go, className, current, children }: ChapterLinkProps) {
  const addressOf = useChapterAddress();
  return (
    <a
      href={addressOf(position)}
      className={className}
      aria-current={current ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(position);
      }}
    >
      {children}
    </a>
  );
}
