"use client";

import useSWR from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post, type RequestFailed } from "#app/_components/data/request.ts";
import type { ResendPreview } from "#lib/contract/bulk-resend.ts";

/** Counts the deliveries that a bulk resend by this filter would send again, anew each time. */
export function usePreview(filter: Record<string, string>) {
  return useSWR<ResendPreview, RequestFailed, [string, Record<string, string>]>(
    [webhook.resendsPreview, filter],
    ([url, body]) => post<ResendPreview>(url, body),
    { revalidateOnFocus: false },
  );
}
