"use client";

import useSWR from "swr";
import type { VoiceList, VoiceView } from "#lib/contract/voice.ts";
import { voices } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

export function useVoices() {
  return useSWR<VoiceList, RequestFailed>(voices.all);
}

export function useVoice(id: string) {
  return useSWR<VoiceView, RequestFailed>(voices.one(id));
}
