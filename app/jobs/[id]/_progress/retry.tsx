"use client";

import { useRef, useState } from "react";
import { useReplayedEdits } from "#app/_components/form/use-replayed-edits.ts";
import { parseNumber } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { JobRetry } from "#lib/contract/job.ts";

const wrong = "Un montant en dollars, supérieur à 0.";

type RetryProps = {
  cap: number | undefined;
  hint: string | undefined;
  busy: boolean;
  retry: (body?: JobRetry) => void;
};

/** Takes a job up again; of one that has a cap, with another if a person says so. */
export function Retry({ cap, hint, busy, retry }: RetryProps) {
  const form = useRef<HTMLFormElement>(null);
  useReplayedEdits(form);
  const [typed, setTyped] = useState(cap === undefined ? "" : String(cap).replace(".", ","));
  const [error, setError] = useState<string>();
  const button = (
    <Button type="submit" look="primary" busy={busy}>
      Reprendre la rédaction
    </Button>
  );
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (cap === undefined) return retry();
    const max_cost = parseNumber(typed);
    const valid = max_cost > 0;
    setError(valid ? undefined : wrong);
    if (valid) retry({ max_cost });
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
    </form>
  );
}
