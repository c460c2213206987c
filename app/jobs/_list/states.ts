import type { MarkKind } from "#app/_components/ui/mark.tsx";
import type { JobStatus } from "#lib/contract/job.ts";

export const stateNames = ["relire", "plafond", "encours", "terminees", "echec", "annulees"] as const;

/** The states a person filters by, and the statuses each stands for. */
export const states = {
  relire: { words: "à relire", mark: "waiting", statuses: ["awaiting_approval"] },
  plafond: { words: "plafond atteint", mark: "waiting", statuses: ["awaiting_budget"] },
  encours: {
    words: "en cours",
    mark: "running",
    statuses: ["pending", "generating_outline", "writing_chapters", "finalizing"],
  },
  terminees: { words: "terminées", mark: "done", statuses: ["completed"] },
  echec: { words: "en échec", mark: "failed", statuses: ["failed"] },
  annulees: { words: "annulées", mark: "off", statuses: ["cancelled"] },
} as const satisfies Record<State, { words: string; mark: MarkKind; statuses: JobStatus[] }>;
export type State = (typeof stateNames)[number];
