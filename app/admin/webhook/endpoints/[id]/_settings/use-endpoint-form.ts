"use client";

import { type RefObject, type SubmitEvent, useEffect, useState } from "react";
import { toast } from "sonner";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { patch, RequestFailed } from "#app/_components/data/request.ts";
import { type EndpointSecret, EndpointUpdate, type EndpointView, SubscribedType } from "#lib/contract/endpoint.ts";
import { asIssues, byField, type FieldErrors } from "../../../_fields/errors.ts";
import { changesOf, noHeaderEdits } from "../../../_fields/header-edits.ts";

const initial = (endpoint: EndpointView) => ({
  name: endpoint.name,
  url: endpoint.url,
  environment: endpoint.environment,
  event_types: SubscribedType.options.filter((type) => endpoint.event_types.includes(type)),
  send_secret: endpoint.send_secret,
  retry_schedule: endpoint.retry_schedule ?? "",
  headers: noHeaderEdits,
});
type Values = ReturnType<typeof initial>;

/** Only what was changed is sent. */
function differences(values: Values, endpoint: EndpointView): EndpointUpdate {
  const before = initial(endpoint);
  const { headers, retry_schedule, event_types, ...plain } = values;
  const names = (Object.keys(plain) as (keyof typeof plain)[]).filter((name) => plain[name] !== before[name]);
  const headerChanges = changesOf(headers);
  return {
    ...Object.fromEntries(names.map((name) => [name, plain[name]])),
    ...(event_types.join() !== before.event_types.join() && { event_types }),
    ...(retry_schedule.trim() !== before.retry_schedule && { retry_schedule: retry_schedule.trim() || null }),
    ...(Object.keys(headerChanges).length > 0 && { headers: headerChanges }),
  };
}

/** Holds the edits alone: an untouched field keeps showing what the server says. */
export function useEndpointForm(endpoint: EndpointView, form: RefObject<HTMLFormElement | null>) {
  const refresh = useRefreshWebhook();
  const [edits, setEdits] = useState<Partial<Values>>({});
  const [errors, setErrors] = useState<FieldErrors>({});
  const [notice, setNotice] = useState<{ kind: "failed" | "waiting"; text: string }>();
  const [busy, setBusy] = useState(false);
  const values = { ...initial(endpoint), ...edits };
  const update = differences(values, endpoint);

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [errors, form]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || Object.keys(update).length === 0) return;
    setNotice(undefined);
    const checked = EndpointUpdate.safeParse(update);
    setErrors(checked.success ? {} : byField(asIssues(checked.error.issues)));
    if (!checked.success) return;
    setBusy(true);
    const sent = edits;
    try {
      const { warning } = await patch<EndpointSecret>(endpoints.one(endpoint.id), update);
      if (warning) setNotice({ kind: "waiting", text: warning });
      toast("Destination enregistrée");
      await refresh();
      // What was typed while it was saved is not saved.
      setEdits((now) =>
        Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== sent[name as keyof Values])),
      );
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const named = byField(error.issues.filter(({ path }) => (path.split(".")[0] ?? "") in values));
      setErrors(named);
      if (Object.keys(named).length === 0) setNotice({ kind: "failed", text: error.message });
    } finally {
      setBusy(false);
    }
  };

  const reset = () => {
    setEdits({});
    setErrors({});
    setNotice(undefined);
  };
  const set = (part: Partial<Values>) => setEdits((before) => ({ ...before, ...part }));
  return { values, set, errors, notice, busy, changed: Object.keys(update).length > 0, submit, reset };
}
