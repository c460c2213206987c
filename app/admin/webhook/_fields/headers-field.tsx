"use client";

import { Plus, Trash2, Undo2 } from "lucide-react";
import { useId } from "react";
import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { Button } from "#app/_components/ui/button.tsx";
import type { HeaderEdits } from "./header-edits.ts";
import { HeaderLine } from "./header-line.tsx";

type HeadersFieldProps = {
  /** The stored headers, their values masked. */
  current: Record<string, string>;
  value: HeaderEdits;
  onChange: (value: HeaderEdits) => void;
  errors: FieldErrors;
};

/** Edits the custom headers of a destination. A value is written, never read back. */
export function HeadersField({ current, value, onChange, errors }: HeadersFieldProps) {
  const id = useId();
  const { added, removed } = value;
  const toggle = (name: string) =>
    onChange({
      added,
      removed: removed.includes(name) ? removed.filter((other) => other !== name) : [...removed, name],
    });
  const write = (key: number, part: Partial<(typeof added)[number]>) =>
    onChange({ removed, added: added.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a block of this form
    <div role="group" aria-labelledby={id} aria-describedby={`${id}-note`}>
      <p id={id} className="mb-1.5 text-[0.8125rem] text-soft">
        En-têtes ajoutés à chaque requête
      </p>
      {Object.keys(current).length > 0 && (
        <ul className="mb-2 divide-y divide-line rounded-lg border border-line">
          {Object.entries(current).map(([name, masked]) => {
            const gone = removed.includes(name);
            return (
              <li key={name} className="flex items-center gap-3 py-1 pr-1 pl-3.5 font-mono text-sm">
                <span className={`min-w-0 flex-1 [overflow-wrap:anywhere] ${gone ? "text-faint line-through" : ""}`}>
                  {name}: <span className="text-faint">{masked}</span>
                </span>
                {gone && <span className="font-sans text-[0.8125rem] text-fail">sera retiré</span>}
                <button
                  type="button"
                  aria-label={gone ? `Garder ${name}` : `Retirer ${name}`}
                  onClick={() => toggle(name)}
                  className="flex size-9 shrink-0 items-center justify-center rounded-md text-faint hover:text-ink"
                >
                  {gone ? (
                    <Undo2 aria-hidden="true" className="size-4" />
                  ) : (
                    <Trash2 aria-hidden="true" className="size-4" />
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="space-y-2">
        {added.map((line) => (
          <HeaderLine
            key={line.key}
            line={line}
            invalid={errors[`headers.${line.name.trim()}`] !== undefined}
            onChange={(part) => write(line.key, part)}
            onRemove={() => onChange({ removed, added: added.filter(({ key }) => key !== line.key) })}
            note={`${id}-note`}
          />
        ))}
      </div>
      <Button
        className="mt-2"
        onClick={() => {
          const key = Math.max(0, ...added.map((line) => line.key)) + 1;
          onChange({ removed, added: [...added, { key, name: "", value: "" }] });
        }}
      >
        <Plus aria-hidden="true" />
        Ajouter un en-tête
      </Button>
      <p
        id={`${id}-note`}
        className={`mt-1.5 text-[0.8125rem] ${errors.headers ? "font-medium text-fail" : "text-faint"}`}
      >
        {errors.headers ??
          "Une autorisation, un numéro de client… Les valeurs sont chiffrées et ne s’affichent plus. Ceux du protocole (Content-Type, webhook-id…) sont réservés."}
      </p>
    </div>
  );
}
