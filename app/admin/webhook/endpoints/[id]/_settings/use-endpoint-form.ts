"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { patch } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointSecret, EndpointUpdate, EndpointView } from "#lib/contract/endpoint.ts";
import { subscribedTypes } from "#lib/contract/values.ts";
import { changesOf, noHeaderEdits } from "../../../_fields/header-edits.ts";
import { subjectOf } from "../../../_fields/subject-of.ts";

const initialOf = (endpoint: EndpointView) => ({
  name: endpoint.name,
  url: endpoint.url,
  environment: endpoint.environment,
  event_types: subscribedTypes.filter((type) => endpoint.event_types.includes(type)),
  send_secret: endpoint.send_secret,
  retry_schedule: endpoint.retry_schedule ?? "",
  headers: noHeaderEdits,
});
type Values = ReturnType<typeof initialOf>;

/** The fields that were changed. */
function toUpdate(values: Values, before: Values): EndpointUpdate | undefined {
  const { name, url, environment, event_types, send_secret } = values;
  const retry_schedule = values.retry_schedule.trim();
  const headers = changesOf(values.headers);
  const update: EndpointUpdate = {
    ...(name !== before.name && { name }),
    ...(url !== before.url && { url }),
    ...(environment !== before.environment && { environment }),
    ...(send_secret !== before.send_secret && { send_secret }),
    ...(event_types.join() !== before.event_types.join() && { event_types }),
    ...(retry_schedule !== before.retry_schedule && { retry_schedule: retry_schedule || null }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
  return Object.keys(update).length > 0 ? update : undefined;
}

export function useEndpointForm(endpoint: EndpointView) {
  const refresh = useRefreshWebhook();
  const [warning, setWarning] = useState<string>();
  const initial = initialOf(endpoint);
  const form = useEditForm({
    initial,
    toBody: (values) => toUpdate(values, initial),
    subjectOf,
    send: (update: EndpointUpdate) => patch<EndpointSecret>(endpoints.one(endpoint.id), update),
    onSaved: async (saved) => {
      setWarning(saved.warning);
      toast("Destination enregistrée");
      await refresh();
    },
  });
  return { ...form, warning };
}
