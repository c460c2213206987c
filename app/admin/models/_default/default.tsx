"use client";

import { models } from "#app/_components/data/keys.ts";
import { useRefreshModels } from "#app/_components/data/models.ts";
import { patch } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { modelName } from "#app/_components/model/describe-model.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { ModelItem, ModelSettingsUpdate, ModelSettingsView } from "#lib/contract/model.ts";
import { useSettingsChange } from "./use-settings-change.ts";

const sources: Record<ModelSettingsView["default"]["source"], string> = {
  page: "Défini ici, à la place de BOOK_MODEL et des variables de chaque rôle.",
  environment: "De la variable BOOK_MODEL, ou de celle d’un rôle.",
  default: "Valeur par défaut : le premier fournisseur dont la clé est donnée, sinon la démonstration.",
};

/** Names a model that is not listed. */
function OtherModel() {
  const refresh = useRefreshModels();
  const { form, values, set, errors, failure, busy, changed } = useEditForm({
    initial: { default: "" },
    toBody: (typed) => (typed.default.trim() ? { default: typed.default.trim() } : undefined),
    subjectOf: () => "Ce modèle",
    send: (update: ModelSettingsUpdate) => patch(models.settings, update),
    onSaved: () => {
      toast("Il écrira les livres par défaut");
      return refresh();
    },
  });
  return (
    <form {...form} aria-label="Nommer un autre modèle" className="max-w-xl space-y-3 pt-2">
      <Field
        name="default"
        label="Modèle"
        error={errors.default ?? failure}
        hint="fournisseur:modèle, comme le fournisseur l’écrit."
      >
        {(props) => (
          <input
            {...props}
            value={values.default}
            onChange={(event) => set({ default: event.target.value })}
            spellCheck={false}
            autoComplete="off"
            placeholder="mistral:mistral-large-2512"
            className={control({ voice: "code" })}
          />
        )}
      </Field>
      <Button type="submit" busy={busy || !changed}>
        Choisir par défaut
      </Button>
    </form>
  );
}

/** Says which model writes when an order names none, and where that was set. */
export function Default({ settings, models: listed }: { settings: ModelSettingsView; models: ModelItem[] }) {
  const { change, busy, failure } = useSettingsChange();
  const { model, source } = settings.default;
  const item = listed.find(({ id }) => id === model);
  return (
    <section aria-labelledby="defaut">
      <h2 id="defaut" className="border-b border-line pb-2 text-lg">
        Celui qui écrit par défaut
      </h2>
      <p className="mt-4 font-serif text-xl [overflow-wrap:anywhere]">{item ? modelName(item) : model}</p>
      <p className="mt-1 text-[0.8125rem] text-soft">{sources[source]}</p>
      {source === "page" && (
        <Button
          className="mt-3"
          busy={busy}
          onClick={() => change({ default: null }, "Le modèle suit de nouveau sa variable")}
        >
          Revenir à la variable
        </Button>
      )}
      {failure && (
        <p role="alert" className="mt-2 text-[0.8125rem] font-medium text-fail">
          {failure}
        </p>
      )}
      <div className="mt-3">
        <Disclosure label="Nommer un autre modèle">
          <OtherModel />
        </Disclosure>
      </div>
    </section>
  );
}
