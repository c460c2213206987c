"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { WebhookConfigUpdate, WebhookConfigUpdated, WebhookSettings } from "#lib/contract/webhook.ts";
import { subjectOf } from "../_fields/subject-of.ts";

const initialOf = ({ config: { enabled, url, environment } }: WebhookSettings) => ({
  enabled,
  url,
  environment,
  secret: "",
});
type Values = ReturnType<typeof initialOf>;

/** The fields that were changed: the others keep following their variables. */
function toUpdate(values: Values, before: Values): WebhookConfigUpdate | undefined {
  const update: WebhookConfigUpdate = {
    ...(values.enabled !== before.enabled && { enabled: values.enabled }),
    ...(values.url !== before.url && { url: values.url }),
    ...(values.environment !== before.environment && { environment: values.environment }),
    ...(values.secret && { secret: values.secret }),
  };
  return Object.keys(update).length > 0 ? update : undefined;
}

export function useSettingsForm(settings: WebhookSettings) {
  const { mutate } = useSWRConfig();
  const [warning, setWarning] = useState<string>();
  const initial = initialOf(settings);
  const form = useEditForm({
    initial,
    toBody: (values) => toUpdate(values, initial),
    subjectOf: (field, rest) => (field === "secret" ? "Le secret" : subjectOf(field, rest)),
    send: (update: WebhookConfigUpdate) => post<WebhookConfigUpdated>(webhook.config, update),
    onSaved: async (saved) => {
      setWarning(saved.warning);
      toast("Réglages enregistrés");
      await mutate(webhook.settings);
    },
  });
  return { ...form, warning };
}
