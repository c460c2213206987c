"use client";

import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import type { EndpointCreate, EndpointSecret, SubscribedType } from "#lib/contract/endpoint.ts";
import type { Environment } from "#lib/contract/wire.ts";
import { changesOf, type HeaderEdits, noHeaderEdits } from "../../../_fields/header-edits.ts";
import { subjectOf } from "../../../_fields/subject-of.ts";

type Values = {
  name: string;
  url: string;
  environment: Environment;
  event_types: SubscribedType[];
  secret: string;
  headers: HeaderEdits;
};

const empty = { name: "", url: "", event_types: [], secret: "", headers: noHeaderEdits };

const toBody = ({ secret, headers, name, url, ...rest }: Values): EndpointCreate => ({
  ...rest,
  url: url.trim(),
  ...(name.trim() && { name: name.trim() }),
  ...(secret && { secret }),
  ...(Object.keys(changesOf(headers)).length > 0 && { headers: changesOf(headers) }),
});

const check = ({ url }: Values): FieldErrors => (url.trim() === "" ? { url: "Donnez l’adresse où envoyer." } : {});

/** @param environment the mode of sending that it starts with */
export function useNewEndpoint(environment: Environment, onCreated: (created: EndpointSecret) => void) {
  const refresh = useRefreshWebhook();
  const initial: Values = { environment, ...empty };
  return useEditForm({
    initial,
    toBody,
    check,
    subjectOf,
    send: (body: EndpointCreate) => post<EndpointSecret>(endpoints.all, body),
    onSaved: (created) => {
      void refresh();
      onCreated(created);
    },
  });
}
