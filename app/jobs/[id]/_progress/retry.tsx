"use client";

import { useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { JobRetry } from "#lib/contract/book.ts";

const wrong = "Un montant en dollars, supérieur à 0.";

/** Takes a job up again; of one that has a cap, with another if a person says so. */
export function Retry(props: { cap: number | undefined; busy: boolean; retry: (body?: JobRetry) => void }) {
  const { cap, busy, retry } = props;
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
    const body = JobRetry.safeParse({ max_cost: Number(typed.replace(/\s/g, "").replace(",", ".")) });
    setError(body.success ? undefined : wrong);
    if (body.success) retry(body.data);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
      {cap !== undefined && (
        <Field name="max_cost" label="Plafond de dépense, en dollars" error={error}>
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
