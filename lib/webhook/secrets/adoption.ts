import { z } from "zod";
import { fingerprint, fingerprintPattern } from "../../contract/fingerprint.ts";
import type { Transaction } from "../../database/client.ts";
import type { SigningKey } from "./signing-secrets.ts";

const precisionMs = 60_000;

/** The key that a receiver verified with: it has adopted that one. */
export type Adoption = { fingerprint: string; key: SigningKey };

const Told = z.object({ verified_with: z.string().regex(fingerprintPattern) });

/**
 * Reads in an answer which of the keys that signed verified. A receiver that is not ours says nothing, and
 * one that names a key we did not sign with is not believed.
 */
export function adoptionOf(answer: Buffer, keys: SigningKey[]): Adoption | null {
  if (keys.length === 0 || !answer.includes('"verified_with"')) return null;
  let told: z.infer<typeof Told> | undefined;
  try {
    told = Told.safeParse(JSON.parse(answer.toString("utf8"))).data;
  } catch {
    return null;
  }
  const key = keys.find((one) => fingerprint(one) === told?.verified_with);
  return key && told ? { fingerprint: told.verified_with, key } : null;
}

/** Keeps when each key last verified, to the minute: more would be a write per attempt for nothing. */
export async function noteAdoptions(
  tx: Transaction,
  results: { adoption: Adoption | null; finishedAt: Date }[],
): Promise<void> {
  const seen = new Map<string, Date>();
  for (const { adoption, finishedAt } of results) {
    if (!adoption) continue;
    const { id, lastVerifiedAt } = adoption.key;
    if (id && finishedAt.getTime() - (lastVerifiedAt?.getTime() ?? 0) >= precisionMs) seen.set(id, finishedAt);
  }
  for (const [id, at] of [...seen].sort(([left], [right]) => left.localeCompare(right)))
    await tx.endpointKey.updateMany({
      where: { id, OR: [{ lastVerifiedAt: null }, { lastVerifiedAt: { lte: new Date(at.getTime() - precisionMs) } }] },
      data: { lastVerifiedAt: at },
    });
}
