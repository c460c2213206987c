import { now } from "../../clock.ts";
import type { KeyRotation } from "../../contract/endpoint.ts";
import { unit } from "../../contract/schedule.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { seal } from "../../sealed.ts";
import { environmentKeyId, lastEnvironmentUse } from "../secrets/environment-secret.ts";
import { environmentKey, signingKeys, storedKeys } from "../secrets/signing-secrets.ts";
import { generateSecret } from "./create.ts";
import { type EndpointRow, isDefault, lockEndpoint } from "./endpoint-rows.ts";

/** Each signs every request, and receivers bound their headers: Node answers `431` past 16 KiB. */
const mostValid = 5;

/** The longest overlap: who has used only an old key for that long has not adopted the new one. */
const recentlyMs = 168 * unit.h;

const tooMany = `Déjà ${mostValid} clés signent à la fois\u202f: mettez fin à une ancienne, attendez la fin de son recouvrement, ou faites une rotation sans recouvrement.`;

/** The key of WEBHOOK_SECRET stops being read once one is stored: a copy of it signs during the overlap. */
async function keepEnvironmentKey(tx: Transaction, row: EndpointRow, expiresAt: Date) {
  const key = isDefault(row) ? environmentKey() : undefined;
  if (!key) return;
  const lastVerifiedAt = await lastEnvironmentUse(row, tx);
  const old = { id: newId(), endpointId: row.id, secret: seal(key.text), createdAt: row.createdAt };
  await tx.endpointKey.create({ data: { ...old, expiresAt, lastVerifiedAt } });
}

/** The new key is current; the others sign until the overlap ends, or their own earlier end. */
async function putInFront(tx: Transaction, row: EndpointRow, { secret, end }: { secret: string; end: Date }) {
  const at = now();
  const endpointId = row.id;
  const over = end <= at;
  if (!over && !storedKeys(row, at).configured) await keepEnvironmentKey(tx, row, end);
  if (!over && signingKeys(row, at).length >= mostValid) throw new AppError("conflict", tooMany);
  await tx.endpointKey.deleteMany({ where: { endpointId, ...(!over && { expiresAt: { lte: at } }) } });
  await tx.endpointKey.updateMany({
    where: { endpointId, OR: [{ expiresAt: null }, { expiresAt: { gt: end } }] },
    data: { expiresAt: end },
  });
  await tx.endpointKey.create({ data: { id: newId(), endpointId, secret: seal(secret), createdAt: at } });
  return tx.endpoint.update({ where: { id: endpointId }, data: { updatedAt: at }, include: { keys: true } });
}

/**
 * Gives an endpoint a new key, which signs first from now on, while the old ones go on signing.
 * @param also what has to change with it, in its transaction
 * @returns its row; the secret, only if it was generated
 * @throws {AppError} not_found; conflict, when too many would sign at once
 */
export async function rotateKey(
  id: string,
  { secret: given, overlap_hours }: KeyRotation,
  also?: (tx: Transaction) => Promise<void>,
): Promise<{ row: EndpointRow; secret?: string }> {
  const secret = given ?? generateSecret();
  const row = await transaction(async (tx) => {
    const current = await lockEndpoint(tx, id);
    const end = new Date(now().getTime() + overlap_hours * unit.h);
    const changed = await putInFront(tx, current, { secret, end });
    await also?.(tx);
    return changed;
  });
  return { row, ...(given === undefined && { secret }) };
}

/**
 * Ends the overlap of an old key now.
 * @param also what has to change with it, in its transaction
 * @throws {AppError} not_found; conflict, for the current key, and for an old one while it alone has verified lately
 */
export async function endKey(
  endpointId: string,
  keyId: string,
  also?: (tx: Transaction) => Promise<void>,
): Promise<EndpointRow> {
  return transaction(async (tx) => {
    const row = await lockEndpoint(tx, endpointId);
    const at = now();
    const { valid, configured } = storedKeys(row, at);
    const key = valid.find((one) => one.id === keyId);
    if (key ? key.expiresAt === null : keyId === environmentKeyId && isDefault(row) && !configured)
      throw new AppError("conflict", "C’est la clé actuelle\u202f: faites d’abord une rotation.");
    if (!key) throw notFound("Clé");
    const recent = ({ lastVerifiedAt }: typeof key) =>
      lastVerifiedAt !== null && at.getTime() - lastVerifiedAt.getTime() < recentlyMs;
    const others = valid.filter((one) => one !== key);
    if (recent(key) && !others.some(recent))
      throw new AppError(
        "conflict",
        "Le récepteur ne vérifie encore qu’avec cette clé\u202f: donnez-lui la nouvelle. Pour y mettre fin quand même, faites une rotation sans recouvrement.",
      );
    await tx.endpointKey.delete({ where: { id: keyId } });
    await also?.(tx);
    return tx.endpoint.update({ where: { id: endpointId }, data: { updatedAt: at }, include: { keys: true } });
  });
}
