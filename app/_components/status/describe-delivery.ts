import type { AttemptView, DeliveryView } from "#lib/contract/delivery.ts";
import { showUnseen } from "#lib/contract/unseen.ts";
import { duration, number } from "../text/numbers.ts";
import type { MarkKind } from "../ui/mark.tsx";

export const eventWords: Record<DeliveryView["event_type"], string> = {
  "book.completed": "livre terminé",
  "book.updated": "livre mis à jour",
  "book.failed": "livre en échec",
  "webhook.test": "test",
};

export const statusWords: Record<DeliveryView["status"], string> = {
  pending: "en attente",
  delivered: "reçu",
  failed: "échec",
  disabled: "non envoyé",
};

/** Names a delivery; a test has no book to be named after. */
export const titleOf = (delivery: DeliveryView) =>
  delivery.event_type === "webhook.test" ? "Test de la destination" : (delivery.title ?? "Sans titre");

/** Sorts the attempts, oldest first. */
export const sortByNumber = (attempts: AttemptView[]) => attempts.toSorted((one, other) => one.number - other.number);

/** `200 · 38 ms`, `délai dépassé`…: the outcome of one attempt, short. */
export function describeAttempt(attempt: AttemptView): { mark: MarkKind; words: string } {
  const length = attempt.duration_ms === null ? "" : ` · ${duration(attempt.duration_ms)}`;
  const answer = attempt.response_status === null ? "sans réponse" : String(attempt.response_status);
  switch (attempt.outcome) {
    case "in_flight":
      return { mark: "running", words: "en cours" };
    case "delivered":
      return { mark: "done", words: `${answer}${length}` };
    case "interrupted":
      return { mark: "off", words: "interrompu, renvoyé aussitôt" };
    case "failed":
      return { mark: "failed", words: `${answer}${length}` };
  }
}

/** Counts the attempts out of the schedule's; after resends by a person, which go past it, without a limit. */
export function countAttempts({ attempts, max_attempts: max }: DeliveryView, of = " sur "): string {
  return attempts.length > max ? number(attempts.length) : `${number(attempts.length)}${of}${number(max)}`;
}

/** Describes the state of a delivery in one sentence. */
export function describeDelivery(delivery: DeliveryView): { mark: MarkKind; word: string; sentence: string } {
  const last = sortByNumber(delivery.attempts).at(-1);
  const tries = `essai ${countAttempts(delivery)}`;
  if (last?.outcome === "in_flight") return { mark: "running", word: "en cours", sentence: "L’envoi est en cours." };
  switch (delivery.status) {
    case "delivered":
      return {
        mark: "done",
        word: "reçu",
        sentence: last?.duration_ms == null ? "Reçu." : `Reçu en ${duration(last.duration_ms)}.`,
      };
    case "failed":
      return { mark: "failed", word: "échec", sentence: showUnseen(last?.message ?? "N’a pas été reçu.") };
    case "disabled":
      return {
        mark: "off",
        word: last ? "arrêté" : "non envoyé",
        sentence: "L’envoi était désactivé ou mal réglé à l’heure de partir.",
      };
    case "pending":
      return last
        ? {
            mark: "waiting",
            word: `en attente, ${tries}`,
            sentence: showUnseen(last.message ?? `Pas encore reçu, ${tries}.`),
          }
        : { mark: "waiting", word: "en attente", sentence: "L’envoi va partir." };
  }
}
