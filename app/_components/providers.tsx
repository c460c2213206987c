"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { SWRConfig } from "swr";
import { request } from "./data/request.ts";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <NuqsAdapter>
      <SWRConfig value={{ fetcher: request, dedupingInterval: 500, errorRetryInterval: 3000 }}>{children}</SWRConfig>
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
