"use client";

import { type RefObject, type SubmitEvent, useEffect, useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { EndpointCreate, type EndpointSecret, type SubscribedType } from "#lib/contract/endpoint.ts";
import type { Environment } from "#lib/contract/wire.ts";
import { asIssues, byField, type FieldErrors } from "../../../_fields/errors.ts";
import { changesOf, type HeaderEdits, noHeaderEdits } from "../../../_fields/header-edits.ts";

type Values = {
  name: string;
  url: string;
  environment: Environment;
  event_types: SubscribedType[];
  secret: string;
  headers: HeaderEdits;
};

const empty = { name: "", url: "", event_types: [], secret: "", headers: noHeaderEdits };

const bodyOf = ({ secret, headers, name, url, ...rest }: Values) => ({
  ...rest,
  url: url.trim(),
  ...(name.trim() && { name: name.trim() }),
  ...(secret && { secret }),
  ...(Object.keys(changesOf(headers)).length > 0 && { headers: changesOf(headers) }),
});

/** @param environment the mode of sending that it starts with */
export function useNewEndpoint(
  environment: Environment,
  { form, onCreated }: { form: RefObject<HTMLFormElement | null>; onCreated: (created: EndpointSecret) => void },
) {
  const refresh = useRefreshWebhook();
  const [edits, setEdits] = useState<Partial<Values>>({});
  const values: Values = { environment, ...empty, ...edits };
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [errors, form]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setFailure(undefined);
    const body = bodyOf(values);
    if (body.url === "") return setErrors({ url: "Donnez l’adresse où envoyer." });
    const checked = EndpointCreate.safeParse(body);
    setErrors(checked.success ? {} : byField(asIssues(checked.error.issues)));
    if (!checked.success) return;
    setBusy(true);
    try {
      const created = await post<EndpointSecret>(endpoints.all, body);
      void refresh();
      onCreated(created);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const named = byField(error.issues.filter(({ path }) => (path.split(".")[0] ?? "") in values));
      setErrors(named);
      if (Object.keys(named).length === 0) setFailure(error.message);
      setBusy(false);
    }
  };
  const set = (part: Partial<Values>) => setEdits((before) => ({ ...before, ...part }));
  return { values, set, errors, failure, busy, submit };
}
