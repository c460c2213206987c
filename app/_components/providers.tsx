"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { SWRConfig, type SWRConfiguration } from "swr";
import { request } from "./data/request.ts";

/** SWR's own patience grows to a quarter of an hour: a page that stays open would miss the server's return. */
const onErrorRetry: SWRConfiguration["onErrorRetry"] = (_error, _key, _config, revalidate, options) => {
  const waitMs = Math.min(1500 * 2 ** options.retryCount, 15_000);
  setTimeout(revalidate, waitMs * (0.8 + 0.4 * Math.random()), options);
};

export function Providers({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <SWRConfig value={{ fetcher: request, dedupingInterval: 500, onErrorRetry }}>{children}</SWRConfig>
      <Toaster
        position="bottom-right"
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              "flex w-full items-start gap-3 rounded-xl bg-ink px-4 py-3 font-sans text-sm text-paper shadow-lg shadow-black/15",
            description: "opacity-80",
          },
        }}
        containerAriaLabel="Annonces"
      />
    </NuqsAdapter>
  );
}
