"use client";

import { useId } from "react";
import { radio } from "#app/_components/ui/radio.ts";
import type { PracticeBehaviour, PracticeList } from "#lib/contract/practice.ts";

type BehaviourFieldProps = {
  items: PracticeList["items"];
  value: PracticeBehaviour;
  onChange: (value: PracticeBehaviour) => void;
};

/** Chooses how the practice receiver answers a request, and describes the consequence. */
export function BehaviourField({ items, value, onChange }: BehaviourFieldProps) {
  const name = useId();
  const description = items.find(({ behaviour }) => behaviour === value)?.description;
  return (
    <div>
      <div
        role="radiogroup"
        aria-label="Comportement du récepteur"
        aria-describedby="comportement"
        className="flex flex-wrap gap-2"
      >
        {items.map(({ behaviour, title }) => (
          <label
            key={behaviour}
            className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-lg border border-line bg-sheet px-3 text-sm transition-colors hover:border-edge has-checked:border-accent"
          >
            <input
              type="radio"
              name={name}
              value={behaviour}
              checked={behaviour === value}
              onChange={() => onChange(behaviour)}
              className={radio}
            />
            {title}
          </label>
        ))}
      </div>
      <p id="comportement" className="mt-3 min-h-[3em] max-w-prose text-sm text-soft">
        {description}
      </p>
    </div>
  );
}
