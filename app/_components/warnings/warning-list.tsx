import type { ReactNode } from "react";
import { Mark } from "#app/_components/ui/mark.tsx";
import type { Warning } from "#lib/contract/warning.ts";
import { explanations } from "./explain-warning.ts";

type WarningListProps = {
  warnings: Warning[];
  /** Leads to a chapter, under the words given. */
  link: (position: number, words: ReactNode) => ReactNode;
};

const wholeBook = 0;

function byChapter(warnings: Warning[]): [number, Warning[]][] {
  const positions = [...new Set(warnings.map(({ chapter = wholeBook }) => chapter))].sort((a, b) => a - b);
  return positions.map((position) => [position, warnings.filter(({ chapter = wholeBook }) => chapter === position)]);
}

/** Says what a code means where it comes first. */
function Item({ warning: { code, message }, isFirst }: { warning: Warning; isFirst: boolean }) {
  const { name, meaning } = explanations[code];
  return (
    <li className="flex gap-3 py-2.5 text-sm">
      <span className="flex h-[1.5em] items-center">
        <Mark kind="waiting" />
      </span>
      <div className="min-w-0 text-pretty">
        <p>
          <span className="font-medium">{name}.</span> {message}
        </p>
        {isFirst && <p className="mt-1 text-soft">{meaning}</p>}
      </div>
    </li>
  );
}

/** The warnings of a book, chapter by chapter: what was found, what it means, what to do. */
export function WarningList({ warnings, link }: WarningListProps) {
  const chapters = byChapter(warnings);
  const sorted = chapters.flatMap(([, own]) => own);
  return (
    <ul className="divide-y divide-line text-left">
      {chapters.map(([position, own]) => (
        <li key={position} className="py-3">
          <h3 className="font-sans text-[0.8125rem] font-normal tracking-normal text-faint">
            {position === wholeBook ? "Tout le livre" : link(position, `Chapitre ${position}`)}
          </h3>
          <ul>
            {own.map((warning) => (
              <Item
                key={`${warning.code} ${warning.message}`}
                warning={warning}
                isFirst={warning === sorted.find(({ code }) => code === warning.code)}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
