"use client";

import type { ReactNode } from "react";
import type { ModelTried } from "#lib/contract/model.ts";
import { showUnseenInLines } from "#lib/contract/unseen.ts";
import { count, dollars, duration, number } from "../text/numbers.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useTrial } from "./use-trial.ts";

const costOf = ({ cost }: ModelTried) =>
  cost === null ? "coût inconnu" : cost === 0 ? "gratuit" : cost < 0.0001 ? "moins de 0,0001 $" : dollars(cost);

/** `1,2 s · 42 tokens · 35 tokens par seconde · 0,0004 $` */
const measuresOf = (tried: ModelTried) =>
  [
    duration(tried.seconds * 1000),
    tried.tokens !== undefined && count(tried.tokens, "token"),
    tried.tokens_per_second !== undefined && `${number(tried.tokens_per_second)} tokens par seconde`,
    costOf(tried),
  ]
    .filter(Boolean)
    .join(" · ");

type TryModelProps = { id: string; name: string; beside?: ReactNode };

/** Asks a model for some thirty words, and shows them with their time and price, or why there are none. */
export function TryModel({ id, name, beside }: TryModelProps) {
  const { run, busy, outcome } = useTrial(id);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button busy={busy} onClick={run} aria-label={`Essayer ${name}`}>
          {busy ? "Réponse attendue…" : "Essayer"}
        </Button>
        {beside}
      </div>
      <div aria-live="polite" className="mt-3 empty:hidden">
        {outcome?.failure && <Notice kind="failed">{showUnseenInLines(outcome.failure)}</Notice>}
        {outcome?.tried && (
          <Notice kind="done">
            <span className="font-serif">{showUnseenInLines(outcome.tried.text)}</span>
            <span className="mt-1 block text-[0.8125rem] text-soft">{measuresOf(outcome.tried)}</span>
          </Notice>
        )}
      </div>
    </>
  );
}
