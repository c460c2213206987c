import path from "node:path";
import { z } from "zod";
import { unit } from "./contract/schedule.ts";
import { isWeak, minSecretLength, parseSecrets } from "./contract/secret.ts";
import { Environment } from "./contract/wire.ts";
import {
  chain,
  chainAccepted,
  folder,
  hosts,
  number,
  prices,
  ranges,
  reasoning,
  schedule,
  secrets,
  text,
  url,
  visible,
} from "./env-values.ts";
import { StartRefused } from "./errors.ts";

const schema = z.object({
  ENVIRONMENT: z.enum(Environment.options, { error: "accepte development ou production" }).optional(),
  VERCEL: text,
  VERCEL_ENV: text,
  VERCEL_URL: text,
  VERCEL_PROJECT_PRODUCTION_URL: text,
  FUNCTION_SECONDS: number(10, 1800).default(300),
  WEBHOOK_URL: url(/^https?$/, "http: ou https:").default("http://localhost:3000/api/webhooks/book-completion"),
  WEBHOOK_SECRET: secrets.optional(),
  WEBHOOK_ALLOWED_HOSTS: hosts.default([]),
  WEBHOOK_RETRY_SCHEDULE: schedule.default([
    0,
    5 * unit.s,
    5 * unit.m,
    30 * unit.m,
    2 * unit.h,
    5 * unit.h,
    10 * unit.h,
    14 * unit.h,
    20 * unit.h,
    24 * unit.h,
  ]),
  RETENTION_DAYS: number(7, 36_500).default(90),
  DATABASE_URL: url(/^postgres(ql)?$/, "postgresql:").optional(),
  DIRECT_DATABASE_URL: url(/^postgres(ql)?$/, "postgresql:").optional(),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((folder) => path.resolve(folder)),
  PORT: number(0, 65_535).default(3000),
  HOST: text,
  PUBLIC_URL: url(/^https?$/, "http: ou https:").optional(),
  TRUSTED_PROXIES: ranges.default([]),
  BOOK_MODEL: z.union([z.literal("demo").transform((id) => [id]), chain(`demo seul, ou ${chainAccepted}`)]).optional(),
  BOOK_MODEL_OUTLINE: chain(chainAccepted).optional(),
  BOOK_MODEL_CHAPTER: chain(chainAccepted).optional(),
  BOOK_MODEL_REVIEW: chain(chainAccepted).optional(),
  BOOK_REASONING: reasoning.optional(),
  MODEL_PRICES: prices.default({}),
  RECORD_MODEL_CALLS: folder.optional(),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  MISTRAL_API_KEY: text,
  ANTHROPIC_API_KEY: text,
  GOOGLE_GENERATIVE_AI_API_KEY: text,
  AI_GATEWAY_API_KEY: text,
  OPENAI_COMPATIBLE_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  OPENAI_COMPATIBLE_API_KEY: text,
  OLLAMA_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  LMSTUDIO_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  LLAMACPP_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  VLLM_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  GENERATION_CONCURRENCY: number(1, 100).default(4),
  RESEARCH: z.enum(["on", "off"], { error: "accepte on ou off" }).default("on"),
  SERPER_API_KEY: text,
  SERPER_BASE_URL: url(/^https?$/, "http: ou https:").default("https://google.serper.dev"),
  BRAVE_API_KEY: text,
  BRAVE_BASE_URL: url(/^https?$/, "http: ou https:").default("https://api.search.brave.com"),
  TAVILY_API_KEY: text,
  TAVILY_BASE_URL: url(/^https?$/, "http: ou https:").default("https://api.tavily.com"),
  SEARXNG_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  WIKIPEDIA_BASE_URL: url(/^https?$/, "http: ou https:").optional(),
  ADMIN_TOKEN: visible.optional(),
  APP_SECRET: z.string().min(32, "demande au moins 32 caractères").optional(),
  CRON_SECRET: visible.optional(),
  LOG_FORMAT: z.enum(["text", "json"], { error: "accepte text ou json" }).default("text"),
});

export type Env = Omit<z.infer<typeof schema>, "ENVIRONMENT" | "HOST"> & {
  ENVIRONMENT: Environment;
  HOST: string;
  /** The server without a pooler in front of it: DATABASE_URL itself, unless DIRECT_DATABASE_URL is set. */
  DIRECT_DATABASE_URL: string | undefined;
  /** Tells a given value from a default. */
  given: ReadonlySet<string>;
};

/** Names each variable, its fault and what is accepted, never its value. */
export class InvalidEnvironment extends StartRefused {
  override name = "InvalidEnvironment";
}

function checkProduction({ DATABASE_URL, APP_SECRET, ...secrets }: z.infer<typeof schema>) {
  const lines = (["ADMIN_TOKEN", "CRON_SECRET", "WEBHOOK_SECRET"] as const)
    .filter((name) => secrets[name] !== undefined && parseSecrets(secrets[name])?.some(isWeak))
    .map((name) => `${name} : demande au moins ${minSecretLength} caractères en production`);
  if (DATABASE_URL && !APP_SECRET)
    lines.push("APP_SECRET : requis en production avec DATABASE_URL, au moins 32 caractères");
  if (lines.length > 0) throw new InvalidEnvironment(lines.join("\n"));
}

/** An empty value counts as unset (contract §1). @throws {InvalidEnvironment} */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`);
    throw new InvalidEnvironment(lines.join("\n"));
  }
  const { VERCEL, VERCEL_ENV, DATABASE_URL, DIRECT_DATABASE_URL = DATABASE_URL } = parsed.data;
  // Previews too: whoever has their address could read and order otherwise. `vercel dev` runs on a developer's machine.
  const isDeployed = VERCEL !== undefined && VERCEL_ENV !== "development";
  const ENVIRONMENT = parsed.data.ENVIRONMENT ?? (isDeployed ? "production" : "development");
  if (ENVIRONMENT === "production") checkProduction(parsed.data);
  const HOST = parsed.data.HOST ?? (ENVIRONMENT === "production" ? "0.0.0.0" : "127.0.0.1");
  return { ...parsed.data, ENVIRONMENT, HOST, DIRECT_DATABASE_URL, given: new Set(Object.keys(set)) };
}

let parsed: Env | undefined;

/** @throws {InvalidEnvironment} at the first call, if a variable is bad */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function reloadEnv() {
  parsed = undefined;
}
