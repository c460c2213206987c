"use client";

import type { ChangeEvent } from "react";
import { ModelField } from "#app/_components/model/model-field.tsx";
import { count } from "#app/_components/text/numbers.ts";
import { costBetween } from "#app/_components/text/usage.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { Estimate } from "#lib/contract/estimate.ts";
import type { JobDetail } from "#lib/contract/job.ts";
import { bookLanguages, languageNames } from "#lib/contract/values.ts";
import { useTranslation } from "./use-translation.ts";

const minutesOf = ({ minutes: { low, likely = low } }: Estimate) => `environ ${likely} min`;

/** Orders the translation of a finished book, and says before what it costs. */
export function TranslateForm({ job }: { job: JobDetail }) {
  const { form, values, set, errors, failure, busy, estimate } = useTranslation(job);
  const change = ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) =>
    set({ [target.name]: target.value });
  return (
    <form {...form} className="space-y-4 pt-3 pb-2">
      <Field name="language" label="Langue de la traduction" error={errors.language}>
        {(props) => (
          <select {...props} value={values.language} onChange={change} autoComplete="off" className={control()}>
            {bookLanguages
              .filter((language) => language !== job.options.language)
              .map((language) => (
                <option key={language} value={language}>
                  {languageNames[language]}
                </option>
              ))}
          </select>
        )}
      </Field>
      <ModelField value={values.model} onChange={change} error={errors.model} />
      <Field name="instructions" label="Consignes de traduction" error={errors.instructions}>
        {(props) => (
          <textarea
            {...props}
            value={values.instructions}
            onChange={change}
            rows={2}
            placeholder="Tutoyer le lecteur, garder les noms de lieux."
            className={control({ className: "field-sizing-content max-h-48 min-h-16 resize-none" })}
          />
        )}
      </Field>
      <Field name="max_cost" label="Plafond de dépense, en dollars" error={errors.max_cost}>
        {(props) => (
          <input
            {...props}
            value={values.max_cost}
            onChange={change}
            inputMode="decimal"
            autoComplete="off"
            className={control()}
          />
        )}
      </Field>
      {failure && (
        <Notice kind="failed" live>
          {failure}
        </Notice>
      )}
      <p role="status" aria-busy={estimate === undefined} className="min-h-5 text-[0.8125rem] text-faint">
        {estimate &&
          `${count(estimate.words.likely ?? estimate.words.low, "mot")} · ${minutesOf(estimate)} · ${costBetween(estimate)}`}
      </p>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? "On s’y met…" : "Traduire le livre"}
      </Button>
    </form>
  );
}
