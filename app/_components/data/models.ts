"use client";

import useSWR, { useSWRConfig } from "swr";
import type { ModelList, ModelSettingsView } from "#lib/contract/model.ts";
import { models } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

/** Reads again at the pace at which the server looks for local models. */
const refreshInterval = 30_000;

export function useModels() {
  return useSWR<ModelList, RequestFailed>(models.all, { refreshInterval });
}

export function useModelSettings() {
  return useSWR<ModelSettingsView, RequestFailed>(models.settings, { refreshInterval });
}

/** After a change: a key opens models, and what is the default. */
export function useRefreshModels() {
  const { mutate } = useSWRConfig();
  return () => mutate((key) => typeof key === "string" && key.startsWith("/api/models"));
}
