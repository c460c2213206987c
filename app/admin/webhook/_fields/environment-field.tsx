"use client";

import { useId } from "react";
import { radio } from "#app/_components/ui/radio.ts";
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
      <div role="radiogroup" aria-labelledby={id} aria-describedby={`${id}-note`} className="grid gap-3 sm:grid-cols-2">
        {modes.map((mode) => (
          <label
            key={mode.value}
            className="flex cursor-pointer gap-3 rounded-lg border border-line bg-sheet px-3.5 py-2.5 transition-colors hover:border-edge has-checked:border-accent"
          >
            <input
              type="radio"
              name={id}
              value={mode.value}
              checked={mode.value === value}
              onChange={() => onChange(mode.value)}
              className={`mt-1 ${radio}`}
            />
            <span>
              <span className="block font-medium">{mode.name}</span>
              <span className="block text-[0.8125rem] text-faint">{mode.rule}</span>
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-note`} className={`mt-1.5 text-[0.8125rem] ${error ? "font-medium text-fail" : "text-faint"}`}>
        {error ?? hint}
      </p>
    </div>
  );
}
