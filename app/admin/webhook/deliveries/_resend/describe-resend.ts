import { count, number } from "#app/_components/text/numbers.ts";
import type { BulkResendView } from "#lib/contract/bulk-resend.ts";

/** Describes the progress of a bulk resend in one sentence. */
export function describeResend(resend: BulkResendView): string {
  const { status, total, queued, skipped, waiting, delivered, failed } = resend;
  const parts = [
    `${number(queued)} sur ${number(total)} remises en file`,
    count(delivered, "reçue"),
    count(failed, "en échec", "en échec"),
    waiting > 0 && `${number(waiting)} en route`,
    skipped > 0 && `${count(skipped, "écartée")} : impossible à renvoyer`.replace(" :", "\u202f:"),
  ].filter(Boolean);
  const state = {
    running: "Renvoi en cours",
    stopped: "Renvoi arrêté",
    done: waiting > 0 ? "Tout est parti" : "Renvoi terminé",
  }[status];
  return `${state}\u202f: ${parts.join(", ")}.`;
}
