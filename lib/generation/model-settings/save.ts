import { now } from "../../clock.ts";
import { fingerprint } from "../../contract/fingerprint.ts";
import type { KeyProvider, ModelKeyUpdate } from "../../contract/model.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { invalid } from "../../errors.ts";
import { seal } from "../../sealed.ts";
import { readModelSettings } from "./read.ts";
import { keyVariables, pageSetting, type SettingName } from "./settings.ts";

type Stored = { value: string } | { sealed: Uint8Array<ArrayBuffer>; fingerprint: string };

/** Null follows the variable again. */
async function write(tx: Transaction, name: SettingName, stored: Stored | null): Promise<void> {
  if (stored === null) {
    await tx.modelSetting.deleteMany({ where: { name } });
    return;
  }
  const empty = { value: null, sealed: null, fingerprint: null, lastUsedAt: null };
  const row = { ...empty, ...stored, updatedAt: now() };
  await tx.modelSetting.upsert({ where: { name }, create: { name, ...row }, update: row });
}

export async function saveSetting(
  name: "BOOK_MODEL" | "BOOK_REASONING" | "LOCAL_SERVERS",
  value: string | null,
): Promise<void> {
  await write(db(), name, value === null ? null : { value });
  await readModelSettings();
}

const sealKey = (key: string): Stored => ({
  sealed: seal(key),
  fingerprint: fingerprint({ bytes: Buffer.from(key) }),
});

/** A key goes to no other server than the one it was given for: with another address it is given again. */
async function writeAddress(tx: Transaction, given: string | null): Promise<void> {
  const name = "OPENAI_COMPATIBLE_BASE_URL";
  const before = await tx.modelSetting.findUnique({ where: { name } });
  if (before?.value === given) return;
  await write(tx, keyVariables["openai-compatible"], null);
  await write(tx, name, given === null ? null : { value: given });
}

/** @throws {AppError} invalid, when there is nothing to save, or an address for a provider that has its own */
export async function saveKey(provider: KeyProvider, { key, base_url }: ModelKeyUpdate): Promise<void> {
  if (base_url !== undefined && provider !== "openai-compatible")
    throw invalid("base_url", `base_url\u202f: ${provider} a sa propre adresse.`);
  if (key === undefined && base_url === undefined) throw invalid("key", "key\u202f: donnez la clé à enregistrer.");
  await transaction(async (tx) => {
    if (base_url !== undefined) await writeAddress(tx, base_url);
    if (key !== undefined) await write(tx, keyVariables[provider], sealKey(key));
  });
  await readModelSettings();
}

export async function removeKey(provider: KeyProvider): Promise<void> {
  await transaction(async (tx) => {
    await write(tx, keyVariables[provider], null);
    if (provider === "openai-compatible") await write(tx, "OPENAI_COMPATIBLE_BASE_URL", null);
  });
  await readModelSettings();
}

const precisionMs = 60_000;

/** Records that a page's key is used, to the minute: more would be a write per call. */
export async function recordKeyUse(provider: KeyProvider | undefined): Promise<void> {
  if (provider === undefined) return;
  const name = keyVariables[provider];
  const setting = pageSetting(name);
  const at = now();
  if (!setting || at.getTime() - (setting.lastUsedAt?.getTime() ?? 0) < precisionMs) return;
  await db().modelSetting.updateMany({ where: { name }, data: { lastUsedAt: at } });
}
