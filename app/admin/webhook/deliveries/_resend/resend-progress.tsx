"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { webhook } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { BulkResendView } from "#lib/contract/bulk-resend.ts";
import { describeFilters } from "../_log/describe-filters.ts";
import { toFilters } from "../_log/filters.ts";
import { describeResend } from "./describe-resend.ts";
import { ResendBar } from "./resend-bar.tsx";
import { isMoving } from "./use-resends.ts";

type ResendProgressProps = {
  resend: BulkResendView;
  nameOf: (endpointId: string) => string;
  changed: () => Promise<unknown>;
  dismiss: () => void;
};

/** Shows the progress of a bulk resend, and lets it be stopped. */
export function ResendProgress({ resend, nameOf, changed, dismiss }: ResendProgressProps) {
  const [busy, setBusy] = useState(false);
  const stop = async () => {
    setBusy(true);
    try {
      await post(webhook.stopResends(resend.id));
      await changed();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "L’arrêt n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  const filters = describeFilters(toFilters(resend.filter), nameOf).map(({ words }) => words);
  const filter = resend.filter.missed ? ["ce qui a été manqué", ...filters] : filters;
  return (
    <article aria-label="Renvoi en nombre" className="rounded-xl border border-line bg-sheet p-4 sm:px-5">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p role="status">{describeResend(resend)}</p>
          <p className="mt-0.5 text-[0.8125rem] text-faint">
            <Ago at={resend.created_at} />
            {filter.length > 0 && ` · ${filter.join(" · ")}`}
          </p>
        </div>
        {resend.status === "running" ? (
          <Button busy={busy} onClick={stop}>
            Arrêter
          </Button>
        ) : (
          !isMoving(resend) && (
            <button
              type="button"
              aria-label="Ne plus montrer ce renvoi"
              onClick={dismiss}
              className="-m-1.5 p-1.5 text-faint hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          )
        )}
      </div>
      <ResendBar resend={resend} />
    </article>
  );
}
