import { ArrowUp } from "lucide-react";
import { number } from "#app/_components/text/numbers.ts";

const wholePage = 25;

/** Says what has arrived since the page was read, without moving it. */
export function FreshPill({ count, show }: { count: number; show: () => void }) {
  const words =
    count >= wholePage ? `${wholePage} nouvelles ou plus` : `${number(count)} nouvelle${count > 1 ? "s" : ""}`;
  return (
    <div aria-live="polite" className="sticky top-3 z-10 flex justify-center empty:hidden">
      {count > 0 && (
        <button
          type="button"
          onClick={show}
          className="mt-4 inline-flex min-h-9 animate-appear items-center gap-2 rounded-full bg-accent px-4 text-sm font-medium text-paper shadow-md shadow-black/15"
        >
          <ArrowUp aria-hidden="true" className="size-4" />
          {words}
        </button>
      )}
    </div>
  );
}
