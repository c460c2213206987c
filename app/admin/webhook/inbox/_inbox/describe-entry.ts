import type { MarkKind } from "#app/_components/status/mark.tsx";
import type { InboxView } from "#lib/contract/inbox.ts";

const testPrefix = "test-";

/** Describes how far an entry has been processed. */
export function describeEntry(entry: InboxView): { mark: MarkKind; words: string } {
  if (entry.error) return { mark: "failed", words: "à refaire" };
  if (!entry.processed_at) return { mark: "waiting", words: "en attente" };
  return { mark: "done", words: "traité" };
}

export function kindOf(entry: InboxView): string {
  if (entry.job_id.startsWith(testPrefix)) return "Test";
  return entry.status === "completed" ? "Livre terminé" : "Échec annoncé";
}

/** The proofs of origin, in words. */
export const proofs: Record<InboxView["verification"], string> = {
  signature: "signature vérifiée",
  secret: "secret reconnu",
  none: "origine non prouvée",
};

export const proofOf = (entry: InboxView) => proofs[entry.verification];
