"use client";

import { useState } from "react";
import { useSWRConfig } from "swr";
import { webhook } from "#app/_components/data/keys.ts";
import { post, RequestFailed } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import type { ResendPreview } from "#lib/contract/bulk-resend.ts";
import { Preview } from "./preview.tsx";
import { usePreview } from "./use-preview.ts";

type ResendFormProps = { filter: Record<string, string>; close: () => void };

const leaveWords = ({ total, by_status }: ResendPreview) =>
  by_status.pending === total
    ? `Envoyer ${count(total, "livraison")} maintenant`
    : `Renvoyer ${count(total, "livraison")}`;

/** The count first, then the start; the progress is shown on the page, so that it survives the dialog. */
export function ResendForm({ filter: current, close }: ResendFormProps) {
  const { mutate } = useSWRConfig();
  // A period moves with the clock: what was counted when the dialog opened is what is resent.
  const [filter] = useState(current);
  const { data: preview, error, mutate: retry } = usePreview(filter);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const start = async () => {
    setBusy(true);
    try {
      await post(webhook.resends, filter);
      await mutate(webhook.resends);
      close();
    } catch (problem) {
      setFailure(problem instanceof RequestFailed ? problem.message : "Le renvoi n’a pas commencé.");
      setBusy(false);
    }
  };
  return (
    <>
      <div className="mt-4 space-y-4">
        {preview && <Preview preview={preview} />}
        {!preview && error && <Failure error={error} retry={() => retry()} />}
        {!preview && !error && <SkeletonBlock label="Compte des livraisons" bars={["h-24"]} />}
        {failure && (
          <Notice kind="failed" live>
            {failure}
          </Notice>
        )}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button onClick={close}>Ne rien renvoyer</Button>
        {preview && preview.total > 0 && (
          <Button look="primary" busy={busy} onClick={start}>
            {busy ? "Départ…" : leaveWords(preview)}
          </Button>
        )}
      </div>
    </>
  );
}
