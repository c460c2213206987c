import { Passage } from "#app/_components/source/passage.tsx";
import type { BookContents } from "#lib/contract/reading.ts";

/** What the chapter cites of its author's own documents, which have no address: one press opens the passage. */
export function CitedPassages({ book, position }: { book: BookContents; position: number }) {
  const cited = (book.passages ?? []).filter(({ chapter }) => chapter === position);
  if (cited.length === 0) return null;
  return (
    <section aria-labelledby="passages-cites" className="mt-10 border-t border-line pt-5">
      <h2 id="passages-cites" className="text-lg">
        Passages cités
      </h2>
      <ol className="mt-2 space-y-1 text-[0.8125rem] text-soft">
        {cited.map((passage) => (
          <li key={passage.id} className="grid grid-cols-[2rem_minmax(0,1fr)]">
            <span className="leading-8 text-faint">[{passage.number}]</span>
            <Passage jobId={book.job_id} source={passage} />
          </li>
        ))}
      </ol>
    </section>
  );
}
