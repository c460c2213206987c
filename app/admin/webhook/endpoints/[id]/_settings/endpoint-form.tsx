"use client";

import { useWebhookSettings } from "#app/_components/data/webhook.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { Toggle } from "#app/_components/ui/toggle.tsx";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { EnvironmentField } from "../../../_fields/environment-field.tsx";
import { EventTypesField } from "../../../_fields/event-types-field.tsx";
import { HeadersField } from "../../../_fields/headers-field.tsx";
import { ScheduleField } from "../../../_fields/schedule-field.tsx";
import { TextField } from "../../../_fields/text-field.tsx";
import { useEndpointForm } from "./use-endpoint-form.ts";

const secretHint = (on: boolean) =>
  on
    ? "En production, la clé part aussi en clair dans cet en-tête, pour un récepteur qui compare un secret. Coupez-le dès qu’il vérifie webhook-signature\u202f: la clé ne voyage alors plus."
    : "Seule la signature part\u202f: la clé ne voyage jamais. Le récepteur doit vérifier webhook-signature.";

export function EndpointForm({ endpoint }: { endpoint: EndpointView }) {
  const { form, values, set, errors, failure, warning, busy, changed, reset } = useEndpointForm(endpoint);
  const { data: settings } = useWebhookSettings();
  return (
    <form {...form} aria-label="Réglages de la destination" className="max-w-xl space-y-6">
      <TextField
        name="name"
        label="Nom"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errors.name}
        hint="Pour la reconnaître dans les livraisons."
      />
      <TextField
        name="url"
        label="Adresse"
        type="url"
        code
        value={values.url}
        onChange={(url) => set({ url })}
        error={errors.url}
        hint={
          values.environment === "production"
            ? "https: et adresse publique obligatoires."
            : "En développement, cette machine seulement\u202f: localhost ou 127.0.0.1."
        }
      />
      <EnvironmentField
        value={values.environment}
        onChange={(environment) => set({ environment })}
        error={errors.environment}
      />
      <EventTypesField
        value={values.event_types}
        onChange={(event_types) => set({ event_types })}
        error={errors.event_types}
        isDefault={endpoint.is_default}
      />
      <HeadersField
        current={endpoint.headers}
        value={values.headers}
        onChange={(headers) => set({ headers })}
        errors={errors}
      />
      <ScheduleField
        value={values.retry_schedule}
        onChange={(retry_schedule) => set({ retry_schedule })}
        error={errors.retry_schedule}
        shared={settings?.schedule}
      />
      <Toggle
        label="Envoyer X-Webhook-Secret"
        hint={secretHint(values.send_secret)}
        checked={values.send_secret}
        onChange={(send_secret) => set({ send_secret })}
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
