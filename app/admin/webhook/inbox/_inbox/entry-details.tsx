import type { ReactNode } from "react";
import { count } from "#app/_components/text/numbers.ts";
import { Exactly } from "#app/_components/time/moment.tsx";
import type { InboxView } from "#lib/contract/inbox.ts";
import { showUnseen } from "#lib/contract/unseen.ts";
import { proofOf } from "./describe-entry.ts";

const mono = "font-mono text-xs/5 [overflow-wrap:anywhere]";

/** Lists all that is kept of a received event, except its body. */
export function EntryDetails({ entry }: { entry: InboxView }) {
  const details: [name: string, value: ReactNode][] = [
    [
      "Numéro d’événement (webhook-id)",
      <span key="id" className={mono}>
        {showUnseen(entry.webhook_id ?? "aucun")}
      </span>,
    ],
    [
      "Rédaction (job_id)",
      <span key="job" className={mono}>
        {showUnseen(entry.job_id)}
      </span>,
    ],
    ["Origine", <Origin key="origin" entry={entry} />],
    ["Corps", count(entry.body_bytes, "octet")],
    ["Reçu", <Exactly key="received" at={entry.received_at} />],
    ["Traité", entry.processed_at ? <Exactly key="processed" at={entry.processed_at} /> : "pas encore"],
    ["Doublons", entry.duplicates === 0 ? "aucun" : count(entry.duplicates, "fois", "fois")],
  ];
  if (entry.last_duplicate_at) details.push(["Dernier doublon", <Exactly key="last" at={entry.last_duplicate_at} />]);
  return (
    <dl className="grid gap-x-8 gap-y-3 pt-2 pb-1 text-sm sm:grid-cols-2">
      {details.map(([name, value]) => (
        <div key={name}>
          <dt className="text-[0.8125rem] text-faint">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Origin({ entry }: { entry: InboxView }) {
  return (
    <>
      {proofOf(entry)}
      {entry.key_fingerprint && (
        <span className="block text-soft">
          par la clé <span className={mono}>{entry.key_fingerprint}</span>
        </span>
      )}
    </>
  );
}
