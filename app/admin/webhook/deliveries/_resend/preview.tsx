import { statusWords } from "#app/_components/status/describe-delivery.ts";
import { number } from "#app/_components/text/numbers.ts";
import { Exactly } from "#app/_components/time/moment.tsx";
import { Mark, type MarkKind } from "#app/_components/ui/mark.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { ResendPreview } from "#lib/contract/bulk-resend.ts";

const kinds: { status: keyof ResendPreview["by_status"]; mark: MarkKind }[] = [
  { status: "failed", mark: "failed" },
  { status: "disabled", mark: "off" },
  { status: "delivered", mark: "done" },
  { status: "pending", mark: "waiting" },
];

const reasons: { reason: keyof ResendPreview["left_out"]; words: string }[] = [
  { reason: "blocked", words: "destination arrêtée, ou qui ne peut rien envoyer" },
  { reason: "deleted", words: "destination supprimée" },
  { reason: "pruned", words: "corps qui n’est plus conservé" },
  { reason: "test", words: "envoi de test" },
];

/** Counts the deliveries of the filter that would not leave, by reason. */
function LeftOut({ left_out }: Pick<ResendPreview, "left_out">) {
  const lines = reasons.filter(({ reason }) => left_out[reason] > 0);
  if (lines.length === 0) return null;
  return (
    <div className="text-sm text-soft">
      <p>Ne repartiront pas :</p>
      <ul aria-label="Ne repartiront pas" className="mt-1 list-disc pl-5">
        {lines.map(({ reason, words }) => (
          <li key={reason}>
            {number(left_out[reason])} : {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Counts the deliveries that would leave, and says how receivers will see them. */
export function Preview({ preview }: { preview: ResendPreview }) {
  if (preview.total === 0) {
    return (
      <>
        <p className="text-soft">
          Rien à renvoyer ici : ce qui attend un nouvel essai partira de lui-même. Filtrez sur « en attente » pour
          l’envoyer maintenant.
        </p>
        <LeftOut left_out={preview.left_out} />
      </>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {kinds
          .filter(({ status }) => preview.by_status[status] > 0)
          .map(({ status, mark }) => (
            <li key={status} className="flex items-center gap-2.5 py-2">
              <Mark kind={mark} />
              <span className="flex-1">{statusWords[status]}</span>
              <span>{number(preview.by_status[status])}</span>
            </li>
          ))}
      </ul>
      {preview.oldest_at && preview.newest_at && (
        <p className="text-[0.8125rem] text-faint">
          Du <Exactly at={preview.oldest_at} /> au <Exactly at={preview.newest_at} />.
        </p>
      )}
      <p className="text-sm text-soft">
        Chaque événement repart avec son numéro et son corps d’origine : qui l’a déjà reçu y reconnaît un doublon.{" "}
        {preview.by_status.pending > 0
          ? "Ce qui attendait un essai part sans plus attendre, même vers une destination ralentie\u202f; ce qui échoue attend de nouveau son heure."
          : "Ce qui attend encore un essai n’est pas touché."}{" "}
        Vous pourrez arrêter à tout moment.
      </p>
      <LeftOut left_out={preview.left_out} />
      {preview.by_status.delivered > 0 && (
        <Notice kind="waiting">Ce filtre contient des livraisons déjà reçues : elles repartiront aussi.</Notice>
      )}
    </>
  );
}
