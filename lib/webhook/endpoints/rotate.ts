import { now } from "../../clock.ts";
import type { KeyRotation } from "../../contract/endpoint.ts";
import { unit } from "../../contract/schedule.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { seal } from "../../sealed.ts";
import { environmentSecretId, lastEnvironmentUse } from "../secrets/environment-secret.ts";
import { environmentSecret, signingSecrets, storedSecrets } from "../secrets/signing-secrets.ts";
import { throwIssues, weakness } from "./check.ts";
import { effective } from "./config.ts";
import { generateSecret } from "./create.ts";
import { type EndpointRow, isDefault, lockEndpoint } from "./endpoint-rows.ts";

/** Each signs every request, and receivers bound their headers: Node answers `431` past 16 KiB. */
const maxSigning = 5;

/** The longest overlap: a receiver that has used only an old secret for that long has not adopted the new one. */
const recentlyMs = 168 * unit.h;

const tooMany = `Déjà ${maxSigning} clés signent à la fois\u202f: mettez fin à une ancienne, attendez la fin de son recouvrement, ou faites une rotation sans recouvrement.`;

async function keepEnvironmentSecret(tx: Transaction, row: EndpointRow, expiresAt: Date) {
  const secret = isDefault(row) ? environmentSecret() : undefined;
  if (!secret) return;
  await tx.endpointKey.create({
    data: {
      id: newId(),
      endpointId: row.id,
      secret: seal(secret.text),
      createdAt: row.createdAt,
      expiresAt,
      lastVerifiedAt: await lastEnvironmentUse(row, tx),
    },
  });
}

async function makeCurrent(tx: Transaction, row: EndpointRow, { secret, end }: { secret: string; end: Date }) {
  const at = now();
  const endpointId = row.id;
  const overlaps = end > at;
  if (overlaps && !storedSecrets(row, at).configured) await keepEnvironmentSecret(tx, row, end);
  if (overlaps && signingSecrets(row, at).length >= maxSigning) throw new AppError("conflict", tooMany);
  await tx.endpointKey.deleteMany({ where: { endpointId, ...(overlaps && { expiresAt: { lte: at } }) } });
  await tx.endpointKey.updateMany({
    where: { endpointId, OR: [{ expiresAt: null }, { expiresAt: { gt: end } }] },
    data: { expiresAt: end },
  });
  await tx.endpointKey.create({ data: { id: newId(), endpointId, secret: seal(secret), createdAt: at } });
  return tx.endpoint.update({ where: { id: endpointId }, data: { updatedAt: at }, include: { keys: true } });
}

/** The old ones go on signing. @throws {AppError} not_found; invalid, naming the secret; conflict, when too many sign */
export async function rotateSecret(
  id: string,
  { secret: given, overlap_hours }: KeyRotation,
  inSameTransaction?: (tx: Transaction) => Promise<void>,
): Promise<{ row: EndpointRow; secret?: string }> {
  const secret = given ?? generateSecret();
  const row = await transaction(async (tx) => {
    const locked = await lockEndpoint(tx, id);
    throwIssues(weakness(secret, effective(locked).environment));
    const end = new Date(now().getTime() + overlap_hours * unit.h);
    const changed = await makeCurrent(tx, locked, { secret, end });
    await inSameTransaction?.(tx);
    return changed;
  });
  return { row, ...(given === undefined && { secret }) };
}

function findEndable(row: EndpointRow, secretId: string, at: Date) {
  const { valid, configured } = storedSecrets(row, at);
  const ending = valid.find(({ id }) => id === secretId);
  if (ending ? ending.expiresAt === null : secretId === environmentSecretId && isDefault(row) && !configured)
    throw new AppError("conflict", "C’est la clé actuelle\u202f: faites d’abord une rotation.");
  if (!ending) throw notFound("Clé");
  const verifiedRecently = ({ lastVerifiedAt }: typeof ending) =>
    lastVerifiedAt !== null && at.getTime() - lastVerifiedAt.getTime() < recentlyMs;
  const others = valid.filter((one) => one !== ending);
  if (verifiedRecently(ending) && !others.some(verifiedRecently))
    throw new AppError(
      "conflict",
      "Le récepteur ne vérifie encore qu’avec cette clé\u202f: donnez-lui la nouvelle. Pour y mettre fin quand même, faites une rotation sans recouvrement.",
    );
  return ending;
}

/** @throws {AppError} not_found; conflict, for the current secret, and for an old one that alone has verified lately */
export async function endSecret(
  endpointId: string,
  secretId: string,
  inSameTransaction?: (tx: Transaction) => Promise<void>,
): Promise<EndpointRow> {
  return transaction(async (tx) => {
    const row = await lockEndpoint(tx, endpointId);
    const at = now();
    const { id } = findEndable(row, secretId, at);
    await tx.endpointKey.delete({ where: { id } });
    await inSameTransaction?.(tx);
    return tx.endpoint.update({ where: { id: endpointId }, data: { updatedAt: at }, include: { keys: true } });
  });
}
