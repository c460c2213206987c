import { z } from "zod";
import { fingerprint, fingerprintPattern } from "../../contract/fingerprint.ts";
import type { Transaction } from "../../database/client.ts";
import type { SigningSecret } from "./signing-secrets.ts";

const precisionMs = 60_000;

/** The secret that a receiver verified with: it has adopted that one. */
export type Adoption = { fingerprint: string; secret: SigningSecret };

const Answer = z.object({ verified_with: z.string().regex(fingerprintPattern) });

function readFingerprint(answer: Buffer): string | undefined {
  if (!answer.includes('"verified_with"')) return undefined;
  try {
    return Answer.safeParse(JSON.parse(answer.toString("utf8"))).data?.verified_with;
  } catch {
    return undefined;
  }
}

/**
 * Reads in an answer which of the secrets that signed verified. A receiver that is not ours says nothing, and one that
 * names a secret we did not sign with is not believed.
 */
export function readAdoption(answer: Buffer, secrets: SigningSecret[]): Adoption | null {
  const told = secrets.length > 0 ? readFingerprint(answer) : undefined;
  const secret = secrets.find((one) => fingerprint(one) === told);
  return secret && told ? { fingerprint: told, secret } : null;
}

/** Records when each secret last verified, to the minute: more would be a write per attempt. */
export async function recordAdoptions(
  tx: Transaction,
  results: { adoption: Adoption | null; finishedAt: Date }[],
): Promise<void> {
  const verifiedAt = new Map<string, Date>();
  for (const { adoption, finishedAt } of results) {
    if (!adoption) continue;
    const { id, lastVerifiedAt } = adoption.secret;
    if (id && finishedAt.getTime() - (lastVerifiedAt?.getTime() ?? 0) >= precisionMs) verifiedAt.set(id, finishedAt);
  }
  for (const [id, at] of [...verifiedAt].sort(([left], [right]) => left.localeCompare(right)))
    await tx.endpointKey.updateMany({
      where: { id, OR: [{ lastVerifiedAt: null }, { lastVerifiedAt: { lte: new Date(at.getTime() - precisionMs) } }] },
      data: { lastVerifiedAt: at },
    });
}
