"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useState } from "react";
import type { Draft } from "#app/_components/data/live.ts";
import { count, number } from "#app/_components/text/numbers.ts";
import { Mark, type MarkKind } from "#app/_components/ui/mark.tsx";
import { Panel } from "#app/_components/ui/panel.tsx";
import type { ChapterView } from "#lib/contract/job.ts";

const LastLines = dynamic(() => import("../_live/draft-text.tsx").then((module) => module.LastLines));
const WholeDraft = dynamic(() => import("../_live/draft-text.tsx").then((module) => module.WholeDraft));
const WrittenText = dynamic(() => import("./written-text.tsx").then((module) => module.WrittenText));

type Props = {
  job: string;
  chapter: ChapterView;
  draft: Draft | undefined;
  stopped: boolean;
  usual: string;
  language: string;
};

/** Counts words about as the book's own count does. */
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** `412 sur 3 000 mots` while it is written; the demonstration's budget is its own, and not said. */
function progress(chapter: ChapterView, draft: string): string {
  const words = wordsIn(draft);
  return chapter.budget ? `${number(words)} sur ${count(chapter.budget, "mot")}` : count(words, "mot");
}

function state(
  chapter: ChapterView,
  { draft, stopped }: Pick<Props, "draft" | "stopped">,
): { mark: MarkKind; words: string } {
  if (chapter.state === "done") return { mark: "done", words: count(chapter.word_count ?? 0, "mot") };
  if (chapter.state === "failed") return { mark: "failed", words: "en échec" };
  if (chapter.state === "running" && !stopped)
    return { mark: "running", words: draft?.text ? progress(chapter, draft.text) : "s’écrit" };
  return { mark: "off", words: stopped ? "non écrit" : "à venir" };
}

/** `job` is its id; `usual` is the model expected to write; only another one is named. `draft` is what is written so far. */
export function ChapterRow({ job, chapter, draft, stopped, usual, language }: Props) {
  const { mark, words } = state(chapter, { draft, stopped });
  const id = useId();
  const [open, setOpen] = useState(false);
  const written = chapter.state === "done";
  const text = chapter.state === "running" && !stopped && draft?.text ? draft : undefined;
  const heading = (
    <>
      <span className="w-7 shrink-0 font-serif text-faint">{chapter.position}</span>
      <span className="min-w-0 flex-1 basis-[calc(100%-1.75rem)] sm:basis-0">
        <span
          lang={language}
          className={`block font-serif text-[1.0625rem] leading-snug font-medium ${mark === "off" ? "text-soft" : ""}`}
        >
          {chapter.title}
        </span>
        <span lang={language} className="mt-1 line-clamp-3 text-sm text-pretty text-soft">
          {chapter.description}
        </span>
        {chapter.model && chapter.model !== usual && (
          <span className="mt-1 block text-[0.8125rem] break-all text-faint">Écrit par {chapter.model}</span>
        )}
        {chapter.error && <span className="mt-1 block text-sm text-fail">{chapter.error}</span>}
      </span>
      <span className="flex shrink-0 items-center gap-2 pt-2 pl-7 sm:pt-0.5 sm:pl-4 text-[0.8125rem] text-soft">
        <Mark kind={mark} />
        {words}
        <ChevronDown
          aria-hidden="true"
          className={`size-4 text-faint transition-transform duration-200 group-aria-expanded:rotate-180 ${written || text ? "" : "invisible"}`}
        />
      </span>
    </>
  );
  if (!written && !text) return <li className="flex flex-wrap items-start py-4 sm:flex-nowrap">{heading}</li>;
  return (
    <li id={`chapitre-${chapter.position}`}>
      <h3 className="font-sans font-normal tracking-normal text-wrap">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="group flex w-full flex-wrap items-start py-4 text-left sm:flex-nowrap"
        >
          {heading}
        </button>
      </h3>
      <Panel id={id} open={open} className="duration-300">
        <div lang={language} className="pt-1 pb-10 sm:pl-7">
          {text ? <WholeDraft paragraphs={text.paragraphs} /> : <WrittenText job={job} position={chapter.position} />}
        </div>
      </Panel>
      {!open && text && (
        <div lang={language} className="pb-5 sm:pl-7">
          <LastLines paragraphs={text.paragraphs} />
        </div>
      )}
    </li>
  );
}
