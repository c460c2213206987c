"use client";

import { Check } from "lucide-react";
import { useId } from "react";
import type { SubscribedType } from "#lib/contract/endpoint.ts";
import { subscribedTypes, usualTypes } from "#lib/contract/values.ts";

const names: Record<SubscribedType, string> = {
  "book.completed": "Livre terminé",
  "book.updated": "Livre mis à jour",
  "book.failed": "Livre en échec",
};

type EventTypesFieldProps = {
  value: SubscribedType[];
  onChange: (value: SubscribedType[]) => void;
  error: string | undefined;
  isDefault?: boolean;
};

/** Chooses the events a destination receives; with none ticked it gets the usual ones of today. */
export function EventTypesField({ value, onChange, error, isDefault = false }: EventTypesFieldProps) {
  const id = useId();
  const toggle = (changed: SubscribedType, on: boolean) =>
    onChange(subscribedTypes.filter((type) => (type === changed ? on : value.includes(type))));
  return (
    <div>
      <p id={id} className="mb-1.5 text-[0.8125rem] text-soft">
        Événements
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a block of this form */}
      <div role="group" aria-labelledby={id} aria-describedby={`${id}-note`} className="flex flex-wrap gap-x-7 gap-y-2">
        {subscribedTypes.map((type) => (
          <label key={type} className="flex cursor-pointer items-center gap-2.5">
            <span className="grid size-4.5 shrink-0 place-items-center *:[grid-area:1/1]">
              <input
                type="checkbox"
                checked={value.includes(type)}
                onChange={(event) => toggle(type, event.target.checked)}
                className="peer size-full appearance-none rounded border border-edge bg-sheet checked:border-accent checked:bg-accent"
              />
              <Check
                aria-hidden="true"
                className="pointer-events-none size-3.5 text-sheet not-peer-checked:hidden"
                strokeWidth={3}
              />
            </span>
            <span>{names[type]}</span>
            <span className="font-mono text-xs text-faint">{type}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-note`} className={`mt-1.5 text-[0.8125rem] ${error ? "font-medium text-fail" : "text-faint"}`}>
        {error ??
          (value.length === 0
            ? `Aucun coché\u202f: ${usualTypes(isDefault)
                .map((type) => names[type].toLowerCase())
                .join(", ")}.`
            : "Les autres ne partent pas vers elle.")}
      </p>
    </div>
  );
}
