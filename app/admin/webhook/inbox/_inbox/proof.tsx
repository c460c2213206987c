import { KeyRound, ShieldCheck, ShieldOff } from "lucide-react";
import type { InboxView } from "#lib/contract/inbox.ts";
import { proofOf } from "./describe-entry.ts";

const icons = { signature: ShieldCheck, secret: KeyRound, none: ShieldOff };

/** Shows the proof of an event's origin by an icon and in words. */
export function Proof({ entry }: { entry: InboxView }) {
  const Icon = icons[entry.verification];
  return (
    <span className={`inline-flex items-center gap-1.5 ${entry.verification === "none" ? "text-wait" : "text-soft"}`}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {proofOf(entry)}
    </span>
  );
}
