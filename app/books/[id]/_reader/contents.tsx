"use client";

import { Dialog } from "@base-ui/react/dialog";
import { List, X } from "lucide-react";
import { useState } from "react";
import { button } from "#app/_components/ui/button.tsx";
import type { BookContents } from "#lib/contract/reading.ts";
import { ChapterLink } from "./chapter-link.tsx";

type ContentsProps = { book: BookContents; position: number; go: (position: number) => void };

function ChapterList({ book, position, go }: ContentsProps) {
  return (
    <ol className="-mx-2 space-y-0.5">
      {book.chapters.map((chapter, index) => {
        const here = index + 1 === position;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is its position
          <li key={index}>
            <ChapterLink
              position={index + 1}
              go={go}
              current={here}
              className={`grid grid-cols-[1.75rem_1fr] rounded-md px-2 py-1.5 text-[0.9375rem] leading-snug transition-colors ${here ? "font-medium text-ink" : "text-soft hover:text-ink"}`}
            >
              <span className={here ? "text-accent" : "text-faint"}>{index + 1}</span>
              {chapter.title}
            </ChapterLink>
          </li>
        );
      })}
    </ol>
  );
}

export function Contents(props: ContentsProps) {
  return (
    <nav aria-label="Table des matières">
      <p className="mb-4 font-serif text-xl leading-snug font-medium text-balance hyphens-auto">
        {props.book.book_title}
      </p>
      <ChapterList {...props} />
    </nav>
  );
}

/** On a phone the table of contents is a sheet, opened from the line that says where one is. */
export function ContentsSheet(props: ContentsProps) {
  const [open, setOpen] = useState(false);
  const { book, position, go } = props;
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="mb-7 flex w-full items-center gap-3 border-b border-line pb-4 text-left lg:hidden">
        <List aria-hidden="true" className="size-4 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate font-serif text-[1.0625rem] font-medium">{book.book_title}</span>
        <span className="text-[0.8125rem] whitespace-nowrap text-faint">
          {position} sur {book.chapters.length}
        </span>
        <span className="sr-only">, table des matières</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-50 max-h-[80dvh] overflow-y-auto rounded-t-2xl border-t border-line bg-sheet px-5 pt-5 pb-8 transition-transform duration-250 ease-out outline-none data-ending-style:translate-y-full data-starting-style:translate-y-full">
          <div className="mb-4 flex items-start justify-between gap-4">
            <Dialog.Title className="text-xl leading-snug">{book.book_title}</Dialog.Title>
            <Dialog.Close aria-label="Fermer" className={button({ look: "bare" })}>
              <X aria-hidden="true" />
            </Dialog.Close>
          </div>
          <nav aria-label="Table des matières">
            <ChapterList
              {...props}
              go={(next) => {
                setOpen(false);
                go(next);
              }}
            />
          </nav>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
