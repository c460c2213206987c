import type { JobView } from "#lib/contract/job.ts";
import { number } from "../text/numbers.ts";
import type { MarkKind } from "../ui/mark.tsx";

export type JobState = { mark: MarkKind; sentence: string };

function describeWebhook({ webhook }: JobView): JobState {
  switch (webhook.status) {
    case "delivered":
      return { mark: "done", sentence: "Terminé, et reçu par webhook" };
    case "failed":
      return { mark: "failed", sentence: "Terminé, mais une destination n’a pas reçu le webhook" };
    case "disabled":
      return { mark: "off", sentence: "Terminé, mais rien n’est parti vers une destination" };
    default:
      return webhook.attempts > 0
        ? { mark: "waiting", sentence: "Terminé ; le webhook sera renvoyé" }
        : { mark: "waiting", sentence: "Terminé ; le webhook part" };
  }
}

/** Describes the state of a job in one sentence. */
export function describeJob(job: JobView): JobState {
  if (job.retry_at) return { mark: "waiting", sentence: "Le fournisseur demande d’attendre" };
  const chapters = `${number(job.chapters_completed)} sur ${number(job.total_chapters)}`;
  switch (job.status) {
    case "pending":
      return { mark: "waiting", sentence: "En attente d’une place" };
    case "generating_outline":
      return { mark: "running", sentence: job.message.replace(/…$/, "") || "Préparation du plan" };
    case "awaiting_approval":
      return { mark: "waiting", sentence: job.message };
    case "writing_chapters":
      return { mark: "running", sentence: `Rédaction des chapitres, ${chapters}` };
    case "finalizing":
      return { mark: "running", sentence: job.message.replace(/…$/, "") || "Assemblage du livre" };
    case "awaiting_budget":
      return { mark: "waiting", sentence: job.message };
    case "completed":
      return describeWebhook(job);
    case "failed":
      return { mark: "failed", sentence: job.error ?? "La rédaction s’est arrêtée" };
    case "cancelled":
      return { mark: "off", sentence: "Annulé" };
  }
}
