"use client";

import { ChevronDown, Download } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { books } from "#app/_components/data/keys.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Panel } from "#app/_components/ui/panel.tsx";
import type { BookContents } from "#lib/contract/reading.ts";

const forms = [
  { form: "epub", name: "EPUB", use: "pour une liseuse" },
  { form: "pdf", name: "PDF", use: "pour l’imprimer" },
  { form: "docx", name: "DOCX", use: "pour Word" },
  { form: "markdown", name: "Markdown", use: "le texte seul" },
] as const;

/** The book as files. Escape closes the list, and gives the focus back to what opened it. */
export function Downloads({ book: { id, version } }: { book: BookContents }) {
  const listId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== "Escape") return;
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the keys of what it holds
    <div className="mt-4" onKeyDown={closeOnEscape}>
      <Button
        ref={opener}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
        className="group w-full text-sm"
      >
        <Download aria-hidden="true" />
        Télécharger
        <ChevronDown aria-hidden="true" className="transition-transform duration-200 group-aria-expanded:rotate-180" />
      </Button>
      <Panel id={listId} open={open}>
        <ul className="mt-1.5 divide-y divide-line rounded-lg border border-line bg-sheet">
          {forms.map(({ form, name, use }) => (
            <li key={form}>
              <a
                href={books.file(form, id, version)}
                download
                className="flex min-h-10 items-baseline justify-between gap-3 px-4 py-2.5 text-ink hover:bg-track"
              >
                <span className="font-medium">{name}</span>
                <span className="text-soft">{use}</span>
              </a>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
