import type { OutlineEntry } from "#lib/contract/wire.ts";

/** The outline of a job that was stopped before anyone approved it. */
export function PlannedChapters({ outline, language }: { outline: OutlineEntry[]; language: string }) {
  return (
    <>
      <p className="pt-5 text-soft">
        La rédaction s’est arrêtée avant que ce plan soit approuvé. Reprenez-la pour le relire et l’approuver.
      </p>
      <ol lang={language} className="mt-2 divide-y divide-line">
        {outline.map(({ title, description }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is its position
          <li key={index} className="flex py-4">
            <span className="w-7 shrink-0 font-serif text-faint">{index + 1}</span>
            <span className="min-w-0">
              <span className="block font-serif text-[1.0625rem] leading-snug font-medium text-soft">{title}</span>
              <span className="mt-1 line-clamp-3 text-sm text-pretty text-soft">{description}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
