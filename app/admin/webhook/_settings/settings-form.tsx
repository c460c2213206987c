"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { Toggle } from "#app/_components/ui/toggle.tsx";
import type { WebhookSettings } from "#lib/contract/webhook.ts";
import { EnvironmentField } from "../_fields/environment-field.tsx";
import { SecretField } from "./secret-field.tsx";
import { sourceOf } from "./source.ts";
import { useSettingsForm } from "./use-settings-form.ts";

export function SettingsForm({ settings }: { settings: WebhookSettings }) {
  const { form, values, set, errors, failure, warning, busy, changed, reset } = useSettingsForm(settings);
  const { sources } = settings;
  const production = values.environment === "production";
  return (
    <form {...form} aria-label="Réglages de l’envoi" className="max-w-xl space-y-6">
      <Toggle
        label="Envoyer les livres terminés"
        hint={sourceOf("enabled", sources.enabled)}
        checked={values.enabled}
        onChange={(enabled) => set({ enabled })}
      />
      <Field
        name="url"
        label="Adresse"
        error={errors.url}
        hint={`${production ? "https: et adresse publique obligatoires" : "En développement, cette machine seulement : localhost ou 127.0.0.1"} · ${sourceOf("url", sources.url)}`}
      >
        {(props) => (
          <input
            {...props}
            type="url"
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            value={values.url}
            onChange={(event) => set({ url: event.target.value })}
            className={control({ voice: "code" })}
          />
        )}
      </Field>
      <EnvironmentField
        value={values.environment}
        onChange={(environment) => set({ environment })}
        error={errors.environment}
        hint={sourceOf("environment", sources.environment)}
      />
      <SecretField
        value={values.secret}
        onChange={(secret) => set({ secret })}
        error={errors.secret}
        settings={settings}
        required={production}
      />
      {(failure || warning) && (
        <Notice kind={failure ? "failed" : "waiting"} live>
          {failure ?? warning}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={busy || !changed}>
          {busy ? "Enregistrement…" : "Enregistrer"}
        </Button>
        {changed && (
          <Button look="bare" onClick={reset}>
            Abandonner
          </Button>
        )}
      </div>
    </form>
  );
}
