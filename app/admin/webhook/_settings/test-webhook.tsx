"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { duration } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { WebhookTest } from "#lib/contract/webhook.ts";

type Outcome = Pick<WebhookTest, "success" | "message"> & Partial<Pick<WebhookTest, "attempt">> & { took: number };

export function TestWebhook() {
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const test = async () => {
    setBusy(true);
    setOutcome(undefined);
    const start = performance.now();
    try {
      const answer = await post<WebhookTest>(webhook.test);
      setOutcome({ ...answer, took: performance.now() - start });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const body = (error.body ?? {}) as Partial<WebhookTest>;
      setOutcome({ success: false, message: error.message, attempt: body.attempt, took: performance.now() - start });
    } finally {
      setBusy(false);
      void mutate((key) => typeof key === "string" && key.includes("/api/webhook/deliveries"));
    }
  };
  return (
    <section aria-labelledby="test">
      <h2 id="test" className="text-lg">
        Tester l’adresse
      </h2>
      <p className="mt-1.5 text-sm text-soft">
        Une requête véritable, avec un livre factice, vers l’adresse enregistrée, même quand l’envoi est désactivé. Elle
        ne crée pas de livre et n’est jamais renvoyée.
      </p>
      <Button className="mt-4" busy={busy} onClick={test}>
        {busy ? "Réponse attendue…" : "Envoyer un test"}
      </Button>
      <div aria-live="polite" className="mt-4 empty:hidden">
        {outcome && (
          <Notice kind={outcome.success ? "done" : "failed"}>
            {outcome.message}
            <span className="mt-0.5 block text-[0.8125rem] text-soft">
              {outcome.attempt?.status !== undefined && `Réponse ${outcome.attempt.status} · `}
              {duration(outcome.attempt?.duration_ms ?? outcome.took)}
            </span>
          </Notice>
        )}
      </div>
    </section>
  );
}
