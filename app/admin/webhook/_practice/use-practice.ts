"use client";

import { useState } from "react";
import useSWR from "swr";
import { useEndpoints, useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints, practice } from "#app/_components/data/keys.ts";
import { patch, post, type RequestFailed } from "#app/_components/data/request.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointSecret, EndpointView } from "#lib/contract/endpoint.ts";
import type { PracticeBehaviour, PracticeList } from "#lib/contract/practice.ts";

const practiceName = "Récepteur d’entraînement";
const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : "");
const behaviourOf = ({ url }: EndpointView) => /^\/api\/practice\/(\w+)$/.exec(pathOf(url))?.[1];

/** Reads the behaviours of the practice receiver, and the destination that points to it, once there is one. */
export function usePractice() {
  const { data: list, error, mutate } = useSWR<PracticeList, RequestFailed>(practice, { revalidateOnFocus: false });
  const { data: all } = useEndpoints();
  const refresh = useRefreshWebhook();
  const [busy, setBusy] = useState(false);
  const endpoint = all?.items.find((one) => !one.is_default && behaviourOf(one) !== undefined);
  const point = async (behaviour: PracticeBehaviour) => {
    const item = list?.items.find((one) => one.behaviour === behaviour);
    if (busy || !item) return;
    setBusy(true);
    const target = { url: item.url, enabled: true };
    try {
      if (endpoint) await patch<EndpointSecret>(endpoints.one(endpoint.id), target);
      else {
        const name = practiceName;
        const body = { ...target, name, environment: "development", retry_schedule: list?.retry_schedule };
        await post<EndpointSecret>(endpoints.all, body);
      }
      toast("La destination d’entraînement est prête");
      await refresh();
    } catch (failure) {
      toast.error(failure instanceof Error ? failure.message : "Le réglage n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  const current = endpoint && behaviourOf(endpoint);
  return { list, error, retry: () => mutate(), endpoint, current, point, busy };
}
