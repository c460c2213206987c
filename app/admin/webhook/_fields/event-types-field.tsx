"use client";

import { Checkbox } from "@base-ui/react/checkbox";
import { CheckboxGroup } from "@base-ui/react/checkbox-group";
import { Check } from "lucide-react";
import { useId } from "react";
import { SubscribedType } from "#lib/contract/endpoint.ts";

const labels: Record<SubscribedType, { name: string; rule: string }> = {
  "book.completed": { name: "Livre terminé", rule: "book.completed" },
  "book.failed": { name: "Livre en échec", rule: "book.failed" },
};

type EventTypesFieldProps = {
  value: SubscribedType[];
  onChange: (value: SubscribedType[]) => void;
  error: string | undefined;
};

/** Which events a destination wants; none ticked means all. */
export function EventTypesField({ value, onChange, error }: EventTypesFieldProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1.5 text-[0.8125rem] text-soft">
        Événements
      </p>
      <CheckboxGroup
        aria-labelledby={id}
        aria-describedby={`${id}-note`}
        value={value}
        onValueChange={(next) => onChange(SubscribedType.options.filter((type) => next.includes(type)))}
        className="flex flex-wrap gap-x-7 gap-y-2"
      >
        {Object.entries(labels).map(([type, { name, rule }]) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside
          <label key={type} className="flex cursor-pointer items-center gap-2.5">
            <Checkbox.Root
              value={type}
              className="flex size-4.5 shrink-0 items-center justify-center rounded border border-edge bg-sheet data-checked:border-accent data-checked:bg-accent"
            >
              <Checkbox.Indicator className="text-sheet">
                <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />
              </Checkbox.Indicator>
            </Checkbox.Root>
            <span>{name}</span>
            <span className="font-mono text-xs text-faint">{rule}</span>
          </label>
        ))}
      </CheckboxGroup>
      <p id={`${id}-note`} className={`mt-1.5 text-[0.8125rem] ${error ? "font-medium text-fail" : "text-faint"}`}>
        {error ??
          (value.length === 0
            ? "Aucun coché\u202f: tous les événements partent."
            : "Les autres ne partent pas vers elle.")}
      </p>
    </div>
  );
}
