"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId } from "react";
import type { Environment } from "#lib/contract/wire.ts";

const modes: { value: Environment; name: string; rule: string }[] = [
  { value: "development", name: "Développement", rule: "Sans secret, vers cette machine" },
  { value: "production", name: "Production", rule: "https:, secret obligatoire" },
];

type EnvironmentFieldProps = {
  value: Environment;
  onChange: (value: Environment) => void;
  error: string | undefined;
  hint?: string;
};

export function EnvironmentField({ value, onChange, error, hint }: EnvironmentFieldProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1.5 text-[0.8125rem] text-soft">
        Mode d’envoi
      </p>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={`${id}-note`}
        value={value}
        onValueChange={(next) => onChange(next as Environment)}
        className="grid gap-3 sm:grid-cols-2"
      >
        {modes.map((mode) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's radio inside
          <label
            key={mode.value}
            className="flex cursor-pointer gap-3 rounded-lg border border-line bg-sheet px-3.5 py-2.5 transition-colors hover:border-edge has-data-checked:border-accent"
          >
            <Radio.Root
              value={mode.value}
              className="mt-1 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge data-checked:border-accent"
            >
              <Radio.Indicator className="size-2 rounded-full bg-accent" />
            </Radio.Root>
            <span>
              <span className="block font-medium">{mode.name}</span>
              <span className="block text-[0.8125rem] text-faint">{mode.rule}</span>
            </span>
          </label>
        ))}
      </RadioGroup>
      <p id={`${id}-note`} className={`mt-1.5 text-[0.8125rem] ${error ? "font-medium text-fail" : "text-faint"}`}>
        {error ?? hint}
      </p>
    </div>
  );
}
