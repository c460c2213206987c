import { Prose } from "#app/_components/prose/prose.tsx";
import { readingTime } from "#app/_components/text/numbers.ts";
import { isDemo } from "#lib/contract/demo.ts";
import type { ChapterContent } from "#lib/contract/wire.ts";
import { PageTurns } from "./page-turns.tsx";

const words = (markdown: string) => markdown.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

type ChapterProps = {
  chapter: ChapterContent;
  position: number;
  chapters: ChapterContent[];
  go: (position: number) => void;
};

export function Chapter({ chapter, position, chapters, go }: ChapterProps) {
  return (
    <article lang="fr" aria-labelledby="chapitre" className="min-w-0 animate-appear">
      <p className="text-[0.8125rem] text-faint">
        Chapitre {position} · {readingTime(words(chapter.content))}
        {isDemo(chapters) && " · Livre de démonstration"}
      </p>
      <h1
        id="chapitre"
        tabIndex={-1}
        className="mt-2 mb-8 text-[2.125rem] leading-[1.15] tracking-tight outline-none sm:text-[2.75rem]"
      >
        {chapter.title}
      </h1>
      <Prose markdown={chapter.content} title={chapter.title} dropCap />
      <PageTurns position={position} chapters={chapters} go={go} />
    </article>
  );
}
