import type { DeliveryView } from "#lib/contract/delivery.ts";
import { showUnseen } from "#lib/contract/unseen.ts";
import { describeDelivery, sortByNumber } from "../status/describe-delivery.ts";
import { duration } from "../text/numbers.ts";
import { Countdown } from "../time/moment.tsx";
import { Notice } from "../ui/notice.tsx";

const sentences: Record<DeliveryView["status"], string> = {
  pending: "L’envoi va partir.",
  delivered: "Le récepteur a confirmé la réception",
  failed: "Plus aucun essai n’est prévu : renvoyez quand le récepteur est prêt.",
  disabled: "L’envoi était désactivé ou mal réglé à l’heure de partir. Réglez-le, puis envoyez à la main.",
};
const outcomes: Partial<Record<DeliveryView["event_type"], string>> = {
  "book.updated": "Le récepteur a confirmé la réception de la nouvelle version",
  "book.failed": "L’échec a été annoncé au récepteur",
};
const slowed =
  "La destination est ralentie, et cet envoi attend avec les autres\u202f: le premier qu’elle reçoit le fera partir.";
const pruned = "Plus aucun essai n’est prévu, et le corps n’est plus conservé\u202f: il n’y a plus rien à renvoyer.";
const testFailed = "Un test n’est jamais renvoyé : corrigez, puis testez de nouveau.";

/** Tells the state of a delivery and its next step as an operator would say it. */
export function DeliverySentence({ delivery }: { delivery: DeliveryView }) {
  const last = sortByNumber(delivery.attempts).at(-1);
  const { mark } = describeDelivery(delivery);
  if (mark === "running") return <Notice kind="waiting">Envoi en cours, réponse attendue sous 30 s.</Notice>;
  if (delivery.status === "delivered") {
    const length = last?.duration_ms == null ? "." : ` en ${duration(last.duration_ms)}.`;
    const outcome = outcomes[delivery.event_type] ?? sentences.delivered;
    return <Notice kind="done">{`${outcome}${length}`}</Notice>;
  }
  const next =
    delivery.event_type === "webhook.test" ? testFailed : delivery.pruned ? pruned : sentences[delivery.status];
  return (
    <Notice kind={delivery.status === "failed" || last ? "failed" : "waiting"}>
      {last?.message ? <>{showUnseen(last.message)} </> : null}
      {delivery.status === "pending" && last ? null : <>{next} </>}
      {delivery.status === "pending" && delivery.postponed && <>{slowed} </>}
      {delivery.status === "pending" && delivery.next_attempt_at && last && (
        <strong aria-live="off" className="font-semibold">
          Prochain essai <Countdown to={delivery.next_attempt_at} />.
        </strong>
      )}
    </Notice>
  );
}
