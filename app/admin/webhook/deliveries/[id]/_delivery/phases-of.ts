import type { AttemptView } from "#lib/contract/delivery.ts";

export type PhaseName = "dns" | "connect" | "tls" | "first_byte" | "rest";
export type Phase = { name: PhaseName; words: string; ms: number };

const words: Record<PhaseName, string> = {
  dns: "DNS",
  connect: "connexion",
  tls: "TLS",
  first_byte: "premier octet",
  rest: "reste",
};
/** The rest of an attempt without an answer is the wait for one. */
const waiting = "attente";

const measured = ["dns", "connect", "tls", "first_byte"] as const;

/** Splits the time of an attempt into the phases that happened, in order, and the rest. */
export function phasesOf({ timings, response_status }: AttemptView): Phase[] {
  const known = measured.flatMap((name) => {
    const ms = timings[name];
    return ms === null ? [] : [{ name, words: words[name], ms }];
  });
  if (timings.total === null) return known;
  const rest = timings.total - known.reduce((sum, { ms }) => sum + ms, 0);
  if (rest <= 0 && known.length > 0) return known;
  return [...known, { name: "rest", words: response_status === null ? waiting : words.rest, ms: Math.max(0, rest) }];
}
