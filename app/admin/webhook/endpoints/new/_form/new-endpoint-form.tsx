"use client";

import { useState } from "react";
import { useWebhookSettings } from "#app/_components/data/webhook.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { EndpointSecret } from "#lib/contract/endpoint.ts";
import { EnvironmentField } from "../../../_fields/environment-field.tsx";
import { EventTypesField } from "../../../_fields/event-types-field.tsx";
import { HeadersField } from "../../../_fields/headers-field.tsx";
import { TextField } from "../../../_fields/text-field.tsx";
import { useNewEndpoint } from "./use-new-endpoint.ts";

export function NewEndpointForm({ onCreated }: { onCreated: (created: EndpointSecret) => void }) {
  const [withHeaders, setWithHeaders] = useState(false);
  const { data } = useWebhookSettings();
  const mode = data?.config.environment ?? "development";
  const { form, values, set, errors, failure, busy } = useNewEndpoint(mode, onCreated);
  return (
    <form {...form} aria-label="Nouvelle destination" className="mt-7 space-y-6">
      <TextField
        name="url"
        label="Adresse"
        type="url"
        code
        value={values.url}
        onChange={(url) => set({ url })}
        error={errors.url}
        placeholder={values.environment === "production" ? "https://" : "http://localhost:4000/"}
        hint={
          values.environment === "production"
            ? "https: et adresse publique obligatoires."
            : "En développement, cette machine seulement\u202f: localhost ou 127.0.0.1."
        }
      />
      <TextField
        name="name"
        label="Nom"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errors.name}
        hint="Pour la reconnaître dans les livraisons. Sans nom, on lit son hôte."
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
      />
      <TextField
        name="secret"
        label="Clé"
        type="password"
        code
        value={values.secret}
        onChange={(secret) => set({ secret })}
        error={errors.secret}
        hint={"Vide\u202f: Sorami en crée une, et la montre une seule fois."}
        placeholder="whsec_…"
      />
      <Disclosure label="En-têtes" open={withHeaders || errors.headers !== undefined} onOpenChange={setWithHeaders}>
        <div className="pt-2">
          <HeadersField current={{}} value={values.headers} onChange={(headers) => set({ headers })} errors={errors} />
        </div>
      </Disclosure>
      {failure && (
        <Notice kind="failed" live>
          {failure}
        </Notice>
      )}
      <Button type="submit" look="primary" busy={busy}>
        {busy ? "Ajout…" : "Ajouter la destination"}
      </Button>
    </form>
  );
}
