"use client";

import { List, X } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { Modal } from "#app/_components/ui/modal.tsx";
import type { BookContents } from "#lib/contract/reading.ts";
import { ChapterLink } from "./chapter-link.tsx";

type ContentsProps = { book: BookContents; position: number; go: (position: number) => void };

function ChapterList({ book, position, go }: ContentsProps) {
  return (
    <ol lang={book.language} className="-mx-2 space-y-0.5">
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
      <p
        lang={props.book.language}
        className="mb-4 font-serif text-xl leading-snug font-medium text-balance hyphens-auto"
      >
        {props.book.book_title}
      </p>
      <ChapterList {...props} />
    </nav>
  );
}

/** The table of contents on a phone: a sheet, opened from the line with the current chapter. */
export function ContentsSheet(props: ContentsProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { book, position, go } = props;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="mb-7 flex w-full items-center gap-3 border-b border-line pb-4 text-left lg:hidden"
      >
        <List aria-hidden="true" className="size-4 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate font-serif text-[1.0625rem] font-medium">{book.book_title}</span>
        <span className="text-[0.8125rem] whitespace-nowrap text-faint">
          {position} sur {book.chapters.length}
        </span>
        <span className="sr-only">, table des matières</span>
      </button>
      <Modal
        open={open}
        close={close}
        labelledBy={id}
        className="modal-sheet mt-auto max-h-[80dvh] w-full max-w-full overflow-y-auto rounded-t-2xl border-t border-line"
      >
        <div className="px-5 pt-5 pb-8">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={id} className="text-xl leading-snug">
              {book.book_title}
            </h2>
            <Button look="bare" aria-label="Fermer" onClick={close}>
              <X aria-hidden="true" />
            </Button>
          </div>
          <nav aria-label="Table des matières">
            <ChapterList
              {...props}
              go={(next) => {
                close();
                go(next);
              }}
            />
          </nav>
        </div>
      </Modal>
    </>
  );
}
