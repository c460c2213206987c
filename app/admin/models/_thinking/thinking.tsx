"use client";

import { models } from "#app/_components/data/keys.ts";
import { useRefreshModels } from "#app/_components/data/models.ts";
import { patch } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { ModelSettingsUpdate, ModelSettingsView } from "#lib/contract/model.ts";
import type { ReasoningByRole } from "#lib/contract/reasoning.ts";
import { useSettingsChange } from "../_default/use-settings-change.ts";

const levels: [ReasoningByRole["chapter"], string][] = [
  ["auto", "Automatique"],
  ["off", "Aucune"],
  ["low", "Courte"],
  ["medium", "Moyenne"],
  ["high", "Longue"],
];
const roles: [keyof ReasoningByRole, string][] = [
  ["research", "Recherche"],
  ["outline", "Plan"],
  ["chapter", "Chapitres"],
  ["review", "Relecture"],
];

const sources: Record<ModelSettingsView["reasoning"]["source"], string> = {
  page: "Définie ici, à la place de BOOK_REASONING.",
  environment: "De la variable BOOK_REASONING.",
  default: "Valeur par défaut.",
};

/** Sets how much each role thinks before it answers. */
export function Thinking({ settings }: { settings: ModelSettingsView }) {
  const refresh = useRefreshModels();
  const follow = useSettingsChange();
  const { value, source } = settings.reasoning;
  const { form, values, set, errors, failure, busy, changed } = useEditForm({
    initial: value,
    toBody: (chosen): ModelSettingsUpdate | undefined =>
      roles.some(([role]) => chosen[role] !== value[role]) ? { reasoning: chosen } : undefined,
    subjectOf: () => "La réflexion",
    send: (update: ModelSettingsUpdate) => patch(models.settings, update),
    onSaved: () => {
      toast("Réflexion enregistrée");
      return refresh();
    },
  });
  const refused = failure ?? follow.failure;
  return (
    <section aria-labelledby="reflexion">
      <h2 id="reflexion" className="border-b border-line pb-2 text-lg">
        Réflexion avant de répondre
      </h2>
      <p className="mt-3 text-sm text-soft">
        Les modèles qui le peuvent réfléchissent d’abord : plus long, plus cher, parfois meilleur. {sources[source]}
      </p>
      <form {...form} aria-label="Réflexion par rôle" className="mt-3 space-y-4">
        <div className="grid grid-cols-2 gap-3">
          {roles.map(([role, label]) => (
            <Field key={role} name={role} label={label} error={errors[role]}>
              {(props) => (
                <select
                  {...props}
                  value={values[role]}
                  onChange={(event) => set({ [role]: event.target.value })}
                  className={control()}
                >
                  {levels.map(([level, words]) => (
                    <option key={level} value={level}>
                      {words}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </div>
        {refused && (
          <p role="alert" className="text-[0.8125rem] font-medium text-fail">
            {refused}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={busy || !changed}>
            Enregistrer
          </Button>
          {source === "page" && (
            <Button
              look="bare"
              busy={follow.busy}
              onClick={() => follow.change({ reasoning: null }, "La réflexion suit de nouveau sa variable")}
            >
              Revenir à la variable
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
