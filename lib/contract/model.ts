import { z } from "zod";
import { Price } from "./price.ts";
import { ReasoningByRole } from "./reasoning.ts";
import { required, storable } from "./text.ts";
import { keyProviders } from "./values.ts";
import { Source } from "./webhook.ts";

/** `local`: a server of one's own, found at its usual port. `reason` says in French why it is not `ready`. */
export const ModelItem = z.object({
  id: z.string(),
  name: z.string(),
  provider: z.string(),
  local: z.boolean(),
  ready: z.boolean(),
  reason: z.string().optional(),
  context_tokens: z.number().int().optional(),
  price: Price.optional(),
});
export type ModelItem = z.infer<typeof ModelItem>;

export const ModelList = z.object({ items: z.array(ModelItem), default: z.string() });
export type ModelList = z.infer<typeof ModelList>;

export const ModelId = required(255);

export const ModelTry = z.strictObject({ model: ModelId });
export type ModelTry = z.infer<typeof ModelTry>;

export const ModelTried = z.object({
  model: z.string(),
  text: z.string(),
  seconds: z.number(),
  /** As its server counts them. */
  tokens: z.number().int().optional(),
  tokens_per_second: z.number().optional(),
  /** US dollars; null when the price is unknown. */
  cost: z.number().nullable(),
});
export type ModelTried = z.infer<typeof ModelTried>;

export const KeyProvider = z.enum(keyProviders);
export type KeyProvider = z.infer<typeof KeyProvider>;

const keyAccepted = "attend la clé seule\u202f: de 8 à 4096 caractères ASCII visibles, sans espace ni guillemets";

/** Refuses what a key is often pasted with: it would be taken for another one. */
const KeyText = z
  .string(keyAccepted)
  .trim()
  .min(8, keyAccepted)
  .max(4096, keyAccepted)
  .regex(/^(?!["'`]|[A-Z_]+=|bearer)[\x21-\x7e]+(?<!["'`])$/i, keyAccepted);

const addressAccepted = "attend une adresse http: ou https:, sans identifiant ni mot de passe";

const ServerAddress = storable()
  .trim()
  .max(2048)
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  }, addressAccepted);

/** `base_url` is the address of a compatible server alone; null, there, follows its variable again. */
export const ModelKeyUpdate = z.strictObject({
  key: KeyText.optional(),
  base_url: ServerAddress.nullable().optional(),
});
export type ModelKeyUpdate = z.infer<typeof ModelKeyUpdate>;

/** The source of a key is `default` when there is none. */
export const ModelKeyView = z.object({
  provider: KeyProvider,
  variable: z.string(),
  source: Source,
  fingerprint: z.string().nullable(),
  /** False when APP_SECRET no longer opens the key of the page. */
  readable: z.boolean(),
  set_at: z.string().nullable(),
  last_used_at: z.string().nullable(),
  base_url: z.object({ value: z.string().nullable(), source: Source }).optional(),
});
export type ModelKeyView = z.infer<typeof ModelKeyView>;

export const ModelSettingsView = z.object({
  default: z.object({ model: z.string(), source: Source }),
  /** How much each role thinks before it answers. */
  reasoning: z.object({ value: ReasoningByRole, source: Source }),
  local_servers: z.object({ enabled: z.boolean(), source: Source }),
  keys: z.array(ModelKeyView),
});
export type ModelSettingsView = z.infer<typeof ModelSettingsView>;

export const ModelSettingsUpdate = z.strictObject({
  default: ModelId.nullable().optional(),
  reasoning: ReasoningByRole.nullable().optional(),
  local_servers: z.boolean("attend true, false ou null").nullable().optional(),
});
export type ModelSettingsUpdate = z.infer<typeof ModelSettingsUpdate>;
