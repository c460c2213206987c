import { duration } from "#app/_components/text/numbers.ts";
import type { AttemptView } from "#lib/contract/delivery.ts";
import { type PhaseName, phasesOf } from "./phases-of.ts";

const fill: Record<PhaseName, string> = {
  dns: "bg-accent/35",
  connect: "bg-accent/60",
  tls: "bg-accent/80",
  first_byte: "bg-accent",
  rest: "bg-edge",
};

/** The phases side by side, each as long as it took; the same in words below. */
export function Phases({ attempt }: { attempt: AttemptView }) {
  const phases = phasesOf(attempt);
  if (phases.length === 0) return null;
  return (
    <figure aria-label="Où le temps est passé" className="mt-3 max-w-xl">
      <div aria-hidden="true" className="flex h-2 gap-px overflow-hidden rounded-full bg-track">
        {phases.map(({ name, ms }) => (
          <span key={name} style={{ flexGrow: Math.max(ms, 0.5) }} className={`min-w-1 basis-0 ${fill[name]}`} />
        ))}
      </div>
      <figcaption>
        <ul className="mt-1.5 flex flex-wrap gap-x-3.5 gap-y-0.5 text-xs text-faint">
          {phases.map(({ name, words, ms }) => (
            <li key={name} className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <span aria-hidden="true" className={`size-2 rounded-xs ${fill[name]}`} />
              {words} {duration(ms)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
