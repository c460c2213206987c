"use client";

import type { ChangeEventHandler } from "react";
import type { ModelItem } from "#lib/contract/model.ts";
import { useModels } from "../data/models.ts";
import { dollars } from "../text/numbers.ts";
import { control, Field } from "../ui/field.tsx";
import { detailsOf, groupModels, modelName } from "./describe-model.ts";
import { modelPlace } from "./place.ts";
import { TryModel } from "./try-model.tsx";

/** `gpt-5 (OpenAI) · 1,25 $ / 10,00 $` */
function optionOf(model: ModelItem): string {
  const { price, ready } = model;
  const isPaid = price !== undefined && price.input + price.output > 0;
  return ready && isPaid
    ? `${modelName(model)} · ${dollars(price.input)} / ${dollars(price.output)}`
    : modelName(model);
}

type ModelFieldProps = {
  value: string;
  onChange: ChangeEventHandler<HTMLSelectElement>;
  error?: string | undefined;
  /** Stands for no choice, where that is not the default model. */
  unchosen?: string;
};

/** Chooses a model, and lets it be tried. */
export function ModelField({ value, onChange, error, unchosen }: ModelFieldProps) {
  const { data, error: unread } = useModels();
  const models = data?.items ?? [];
  const usual = models.find(({ id }) => id === data?.default);
  const chosen = value || unchosen ? models.find(({ id }) => id === value) : usual;
  return (
    <div className={modelPlace}>
      <Field
        name="model"
        label="Modèle"
        error={error}
        hint={unread ? "Les modèles n’ont pas pu être lus." : chosen && (chosen.reason ?? detailsOf(chosen))}
      >
        {(props) => (
          <select {...props} value={value} onChange={onChange} autoComplete="off" className={control()}>
            <option value="">{unchosen ?? (usual ? `Par défaut\u202f: ${modelName(usual)}` : "Par défaut")}</option>
            {groupModels(models).map(({ label, models: grouped }) => (
              <optgroup key={label} label={label}>
                {grouped.map((model) => (
                  <option key={model.id} value={model.id} disabled={!model.ready}>
                    {optionOf(model)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {chosen?.ready && (
        <div className="mt-3">
          <TryModel id={chosen.id} name={modelName(chosen)} />
        </div>
      )}
    </div>
  );
}
