"use client";

import { models } from "#app/_components/data/keys.ts";
import { useRefreshModels } from "#app/_components/data/models.ts";
import { put } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { ModelKeyUpdate, ModelKeyView } from "#lib/contract/model.ts";

type Typed = { key: string; base_url: string };

function toUpdate({ key, base_url }: Typed, before: Typed): ModelKeyUpdate | undefined {
  const update: ModelKeyUpdate = {
    ...(key && { key }),
    ...(base_url !== before.base_url && { base_url: base_url || null }),
  };
  return Object.keys(update).length > 0 ? update : undefined;
}

/** Enters a key; for a compatible server, with its address. */
export function KeyForm({ keyView, onDone }: { keyView: ModelKeyView; onDone: () => void }) {
  const refresh = useRefreshModels();
  const initial = { key: "", base_url: keyView.base_url?.value ?? "" };
  const { form, values, set, errors, failure, busy, changed } = useEditForm({
    initial,
    toBody: (typed) => toUpdate(typed, initial),
    subjectOf: (field) => (field === "key" ? "La clé" : "L’adresse"),
    send: (update: ModelKeyUpdate) => put(models.key(keyView.provider), update),
    onSaved: async () => {
      toast("Clé enregistrée, chiffrée");
      await refresh();
      onDone();
    },
  });
  return (
    <form {...form} className="space-y-3 pt-2 pb-3">
      {keyView.base_url && (
        <Field name="base_url" label="Adresse du serveur" error={errors.base_url}>
          {(props) => (
            <input
              {...props}
              type="url"
              inputMode="url"
              spellCheck={false}
              autoComplete="off"
              value={values.base_url}
              onChange={(event) => set({ base_url: event.target.value })}
              placeholder="http://localhost:8000/v1"
              className={control({ voice: "code" })}
            />
          )}
        </Field>
      )}
      <Field
        name="key"
        label="Clé"
        error={errors.key ?? failure}
        hint={
          keyView.base_url
            ? "Beaucoup de serveurs n’en demandent pas ; une autre adresse en demande une autre."
            : undefined
        }
      >
        {(props) => (
          <input
            {...props}
            type="password"
            spellCheck={false}
            autoComplete="new-password"
            value={values.key}
            onChange={(event) => set({ key: event.target.value })}
            className={control({ voice: "code" })}
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy || !changed}>
        {busy ? "Enregistrement…" : "Enregistrer"}
      </Button>
    </form>
  );
}
