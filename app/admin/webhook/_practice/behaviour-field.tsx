"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { PracticeBehaviour, type PracticeList } from "#lib/contract/practice.ts";

type BehaviourFieldProps = {
  items: PracticeList["items"];
  value: PracticeBehaviour;
  onChange: (value: PracticeBehaviour) => void;
};

/** What the practice receiver does with a request, each with what it leads to. */
export function BehaviourField({ items, value, onChange }: BehaviourFieldProps) {
  const description = items.find(({ behaviour }) => behaviour === value)?.description;
  return (
    <div>
      <RadioGroup
        aria-label="Comportement du récepteur"
        aria-describedby="comportement"
        value={value}
        onValueChange={(next) => onChange(PracticeBehaviour.parse(next))}
        className="flex flex-wrap gap-2"
      >
        {items.map(({ behaviour, title }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's radio inside
          <label
            key={behaviour}
            className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-lg border border-line bg-sheet px-3 text-sm transition-colors hover:border-edge has-data-checked:border-accent"
          >
            <Radio.Root
              value={behaviour}
              className="flex size-4 shrink-0 items-center justify-center rounded-full border border-edge data-checked:border-accent"
            >
              <Radio.Indicator className="size-2 rounded-full bg-accent" />
            </Radio.Root>
            {title}
          </label>
        ))}
      </RadioGroup>
      <p id="comportement" className="mt-3 min-h-[3em] max-w-prose text-sm text-soft">
        {description}
      </p>
    </div>
  );
}
