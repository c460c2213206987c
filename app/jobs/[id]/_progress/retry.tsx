"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { parseNumber } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { JobRetry } from "#lib/contract/job.ts";

const ModelField = dynamic(() => import("#app/_components/model/model-field.tsx").then((module) => module.ModelField));

const wrong = "Un montant en dollars, supérieur à 0.";

type RetryProps = {
  cap: number | undefined;
  hint: string | undefined;
  demo: boolean;
  busy: boolean;
  retry: (body?: JobRetry) => void;
};

/** Takes a job up again: with another cap or another model, if a person says so. */
export function Retry({ cap, hint, demo, busy, retry }: RetryProps) {
  const form = useRef<HTMLFormElement>(null);
  useReplayedEdits(form);
  const [typed, setTyped] = useState(cap === undefined ? "" : String(cap).replace(".", ","));
  const [model, setModel] = useState("");
  const [error, setError] = useState<string>();
  const button = (
    <Button type="submit" look="primary" busy={busy}>
      Reprendre la rédaction
    </Button>
  );
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = model && { model };
    if (cap === undefined) return retry({ ...chosen });
    const max_cost = parseNumber(typed);
    const valid = max_cost > 0;
    setError(valid ? undefined : wrong);
    if (valid) retry({ max_cost, ...chosen });
  };
  return (
    <form ref={form} method="dialog" noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
      {cap !== undefined && (
        <Field name="max_cost" label="Plafond de dépense, en dollars" hint={hint} error={error}>
          {(field) => (
            <input
              {...field}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              inputMode="decimal"
              autoComplete="off"
              className={control()}
            />
          )}
        </Field>
      )}
      {button}
      {!demo && (
        <div className="w-full max-w-xl">
          <Disclosure label="Changer de modèle">
            <div className="pt-2">
              <ModelField value={model} onChange={({ target }) => setModel(target.value)} unchosen="Comme avant" />
            </div>
          </Disclosure>
        </div>
      )}
    </form>
  );
}
