"use client";

import type { ReactNode } from "react";
import { SWRConfig, type SWRConfiguration } from "swr";
import { request } from "./data/request.ts";
import { Toasts } from "./ui/toasts.tsx";

/** SWR's own patience grows to a quarter of an hour: a page that stays open would miss the server's return. */
const onErrorRetry: SWRConfiguration["onErrorRetry"] = (_error, _key, _config, revalidate, options) => {
  const waitMs = Math.min(1500 * 2 ** options.retryCount, 15_000);
  setTimeout(revalidate, waitMs * (0.8 + 0.4 * Math.random()), options);
};

export function Providers({ children }: { children: ReactNode }) {
  return (
    <>
      <SWRConfig value={{ fetcher: request, dedupingInterval: 500, onErrorRetry }}>{children}</SWRConfig>
      <Toasts />
    </>
  );
}
