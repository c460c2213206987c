import type { JobStatus } from "../../contract/job.ts";

type Done = {
  status: JobStatus;
  begun: boolean;
  research: boolean;
  outline: boolean;
  reviewed: boolean;
  written: number;
  planned: number;
  isTranslation: boolean;
};

/** Counts results alone, which are never taken away: progress never goes back, whatever fails in between. */
export function progressOf({ status, begun, research, outline, reviewed, written, planned }: Done): number {
  if (status === "completed") return 100;
  if (outline && planned > 0)
    return written === planned ? (reviewed ? 97 : 94) : 20 + Math.floor((72 * written) / planned);
  if (research) return 8;
  return begun ? 3 : 0;
}

export const messages: Record<JobStatus, string> = {
  pending: "En attente d’une place…",
  generating_outline: "Préparation du plan…",
  awaiting_approval: "Plan à relire",
  writing_chapters: "Rédaction des chapitres…",
  finalizing: "Assemblage du livre…",
  awaiting_budget: "Plafond de dépense atteint",
  completed: "Livre terminé",
  failed: "La rédaction a échoué",
  cancelled: "Rédaction annulée",
};

function translationMessage({ status, written, planned }: Done): string {
  if (status === "generating_outline") return "Traduction du plan…";
  if (status !== "writing_chapters") return messages[status];
  return `Traduction des chapitres…${written > 0 ? ` ${written} sur ${planned}` : ""}`;
}

export function messageOf(done: Done): string {
  const { status, begun, research, outline, reviewed, written, planned, isTranslation } = done;
  if (isTranslation) return translationMessage(done);
  if (status === "generating_outline" && outline) return "Recherche documentaire des chapitres…";
  if (status === "generating_outline" && begun && !research) return "Recherche documentaire…";
  if (status === "writing_chapters" && written > 0) return `${messages[status]} ${written} sur ${planned}`;
  if (status === "awaiting_approval" && written > 0) return `Chapitre ${written} écrit\u202f: à vous de continuer`;
  if (status === "finalizing" && !reviewed) return "Relecture du livre…";
  return messages[status];
}
