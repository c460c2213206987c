"use client";

import { type RefObject, type SubmitEvent, useEffect, useState } from "react";
import { toast } from "sonner";
import { useSWRConfig } from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { sentence } from "#app/_components/text/sentence.ts";
import { WebhookConfigUpdate, type WebhookConfigUpdated, type WebhookSettings } from "#lib/contract/webhook.ts";

type Values = { enabled: boolean; url: string; environment: "development" | "production"; secret: string };
type Errors = Partial<Record<string, string>>;

const initial = ({ config }: WebhookSettings): Values => ({
  enabled: config.enabled,
  url: config.url,
  environment: config.environment,
  secret: "",
});

/** Only what was changed is sent: the other fields keep following their variables. */
function differences(values: Values, settings: WebhookSettings): WebhookConfigUpdate {
  const before = initial(settings);
  const names = ["enabled", "url", "environment", "secret"] as const;
  return Object.fromEntries(names.filter((name) => values[name] !== before[name]).map((name) => [name, values[name]]));
}

const subjects: Record<string, string> = { url: "L’adresse", environment: "Le mode", secret: "Le secret" };

const namesOf = (issues: { path: PropertyKey[] | string; message: string }[]): Errors =>
  Object.fromEntries(
    issues.map(({ path, message }) => {
      const name = Array.isArray(path) ? String(path[0]) : path;
      return [name, sentence(subjects[name] ?? "Ce champ", message)];
    }),
  );

/** Holds the edits alone: an untouched field keeps showing what the server says. */
export function useSettingsForm(settings: WebhookSettings, form: RefObject<HTMLFormElement | null>) {
  const { mutate } = useSWRConfig();
  const [edits, setEdits] = useState<Partial<Values>>({});
  const values = { ...initial(settings), ...edits };
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string>();
  const [warning, setWarning] = useState<string>();
  const [busy, setBusy] = useState(false);
  const update = differences(values, settings);

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [errors, form]);

  const set = (part: Partial<Values>) => setEdits((before) => ({ ...before, ...part }));

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || Object.keys(update).length === 0) return;
    setFailure(undefined);
    setWarning(undefined);
    const checked = WebhookConfigUpdate.safeParse(update);
    setErrors(checked.success ? {} : namesOf(checked.error.issues));
    if (!checked.success) return;
    setBusy(true);
    const sent = edits;
    try {
      const saved = await post<WebhookConfigUpdated>(webhook.config, update);
      setWarning(saved.warning);
      toast("Réglages enregistrés");
      await mutate(webhook.settings);
      // What was typed while it was saved is not saved.
      setEdits((now) =>
        Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== sent[name as keyof Values])),
      );
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const named = namesOf(error.issues.filter((issue) => issue.path in values));
      setErrors(named);
      if (Object.keys(named).length === 0) setFailure(error.message);
    } finally {
      setBusy(false);
    }
  };

  const reset = () => {
    setEdits({});
    setErrors({});
    setFailure(undefined);
  };

  return { values, set, errors, failure, warning, busy, changed: Object.keys(update).length > 0, submit, reset };
}
