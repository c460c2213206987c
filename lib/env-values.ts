import ipaddr from "ipaddr.js";
import { z } from "zod";
import { PriceTable } from "./contract/price.ts";
import { parseReasoning } from "./contract/reasoning.ts";
import { parseSchedule } from "./contract/schedule.ts";
import { parseSecrets } from "./contract/secret.ts";

const isHost = (entry: string) =>
  ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry) || /^(?=.{1,253}$)[\w-]+(\.[\w-]+)*\.?$/.test(entry);

export const text = z.string().optional();
export const url = (protocols: RegExp, accepted: string) =>
  z.url({ protocol: protocols, error: `n’est pas une URL ${accepted}` });
export const visible = z.string().regex(/^[\x21-\x7e]+$/, "n’accepte que des caractères ASCII visibles, sans espace");
/** The name of a folder in DATA_DIR, where the database has its own. */
export const folder = z
  .string()
  .refine((name) => /^[a-z0-9][\w-]{0,63}$/i.test(name) && name.toLowerCase() !== "database", {
    error: "attend un nom de dossier (lettres, chiffres, - et _), qui sera dans DATA_DIR",
  });
/** Includes both bounds. */
export const number = (min: number, max: number) =>
  z
    .string()
    .trim()
    .refine((digits) => /^\d{1,9}$/.test(digits) && Number(digits) >= min && Number(digits) <= max, {
      error: `attend un nombre entre ${min} et ${max}`,
    })
    .transform(Number);

const providers = "openai mistral anthropic google gateway openai-compatible ollama lmstudio llamacpp vllm".split(" ");
const isModel = new RegExp(`^(?:${providers.join("|")}):.+$`);
export const chainAccepted = `fournisseur:modèle (${providers.join(", ")}), ou plusieurs séparés par des virgules`;
export const chain = (accepted: string) =>
  z
    .string()
    .transform((list) => [...new Set(list.split(",").map((id) => id.trim()))])
    .refine((ids) => ids.every((id) => isModel.test(id)), {
      error: `attend ${accepted}`,
    });

function readJson<Schema extends z.ZodType>(value: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

export const secrets = z.string().refine((value) => parseSecrets(value) !== undefined, {
  error:
    "attend des caractères ASCII visibles ou une clé whsec_<base64> de 24 à 64 octets, sans rien autour ; plusieurs, séparés par des espaces",
});

export const hosts = z
  .string()
  .transform((list) => list.split(",").map((entry) => entry.trim()))
  .transform((entries) => entries.filter((entry) => entry !== ""))
  .refine((entries) => entries.every(isHost), "attend des hôtes, adresses IP ou plages CIDR, séparés par des virgules");

/** Addresses and CIDRs, separated by commas. */
export const ranges = z.string().transform((list, context) => {
  const entries = list.split(",").map((entry) => entry.trim());
  const read = entries.filter((entry) => entry !== "").map(toRange);
  const valid = read.filter((range) => range !== undefined);
  if (valid.length === read.length) return valid;
  context.addIssue({ code: "custom", message: "attend des adresses IP ou plages CIDR, séparées par des virgules" });
  return z.NEVER;
});

function toRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return undefined;
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** Delays in milliseconds. */
export const schedule = z.string().transform((value, context) => {
  const delays = parseSchedule(value);
  if (delays) return delays;
  context.addIssue({
    code: "custom",
    message: "attend des délais séparés par des virgules, comme 0s,5s,5m,30m,2h",
  });
  return z.NEVER;
});

export const reasoning = z.string().transform((value, context) => {
  const levels = parseReasoning(value);
  if (levels) return levels;
  context.addIssue({
    code: "custom",
    message: "attend auto, off, low, medium ou high, ou un de ces mots par rôle, comme chapter=off,outline=low",
  });
  return z.NEVER;
});

export const prices = z.string().transform((value, context) => {
  const table = readJson(value, PriceTable);
  if (table) return table;
  context.addIssue({
    code: "custom",
    message:
      'attend un objet JSON comme {"openai:gpt-5": {"input": 1.25, "output": 10}}, en dollars par million de tokens',
  });
  return z.NEVER;
});
