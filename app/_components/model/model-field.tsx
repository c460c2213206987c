"use client";

import type { ChangeEventHandler } from "react";
import type { ModelItem } from "#lib/contract/model.ts";
import { useModels } from "../data/models.ts";
import { control, Field } from "../ui/field.tsx";
import { detailsOf, groupModels, modelName, priceOf } from "./describe-model.ts";
import { TryModel } from "./try-model.tsx";

const isFree = ({ price }: ModelItem) => price?.input === 0 && price.output === 0;
const optionOf = (model: ModelItem) =>
  model.ready && model.price && !isFree(model) ? `${modelName(model)} · ${priceOf(model)}` : modelName(model);

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
    <div className="sm:col-span-2">
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
