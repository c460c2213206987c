import { db, type Transaction } from "../../database/client.ts";
import type { ModelSetting } from "../../database/generated/client.ts";
import { unseal } from "../../sealed.ts";
import { type PageSetting, setPageSettings } from "./settings.ts";

const toPageSetting = ({ value, sealed, fingerprint, lastUsedAt, updatedAt }: ModelSetting): PageSetting => ({
  value: sealed ? unseal(sealed) : (value ?? undefined),
  fingerprint,
  lastUsedAt,
  updatedAt,
});

/** Reads what pages have set, so that a change made in another instance holds here for what follows. */
export async function readModelSettings(client: Transaction = db()): Promise<void> {
  const rows = await client.modelSetting.findMany();
  setPageSettings(new Map(rows.map((row) => [row.name, toPageSetting(row)])));
}
