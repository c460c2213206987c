"use client";

import { useState } from "react";
import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints, jobs } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";

const smallBook = {
  topic: "L’art de recommencer",
  goal: "Voir comment un envoi manqué se reprend.",
  chapters: 1,
  words_per_chapter: 200,
};

/** Sends a test, or has a small demonstration book written: only a book follows the schedule. */
export function Publish({ endpoint, demo }: { endpoint: EndpointView; demo: boolean }) {
  const refresh = useRefreshWebhook();
  const [busy, setBusy] = useState(false);
  const act = async (send: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await send();
      toast(done);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      toast.error(error.message);
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return (
    <>
      {demo && (
        <Button
          busy={busy}
          onClick={() => act(() => post(jobs.create, smallBook), "Un petit livre s’écrit, puis part")}
        >
          Publier un petit livre
        </Button>
      )}
      <Button busy={busy} onClick={() => act(() => post(endpoints.test(endpoint.id)), "Le test est reçu")}>
        Envoyer un test seul
      </Button>
    </>
  );
}
