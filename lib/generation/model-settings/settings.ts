import type { KeyProvider } from "../../contract/model.ts";
import { parseReasoning } from "../../contract/reasoning.ts";
import { type Env, env } from "../../env.ts";
import { perProcess } from "../../per-process.ts";

/** The keys that a page may set, and the provider of each. */
export const keyVariables = {
  openai: "OPENAI_API_KEY",
  mistral: "MISTRAL_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  google: "GOOGLE_GENERATIVE_AI_API_KEY",
  gateway: "AI_GATEWAY_API_KEY",
  "openai-compatible": "OPENAI_COMPATIBLE_API_KEY",
} as const satisfies Record<KeyProvider, keyof Env>;
export type KeyVariable = (typeof keyVariables)[KeyProvider];

/** `LOCAL_SERVERS` is no variable: only a page asks production to look for local servers. */
export type SettingName =
  | KeyVariable
  | "BOOK_MODEL"
  | "BOOK_REASONING"
  | "OPENAI_COMPATIBLE_BASE_URL"
  | "LOCAL_SERVERS";

/** What a page has set. A key that can no longer be decrypted has no value. */
export type PageSetting = {
  value: string | undefined;
  fingerprint: string | null;
  lastUsedAt: Date | null;
  updatedAt: Date;
};

const pageSettings = perProcess("generation.pageSettings", () => new Map<string, PageSetting>());

export const pageSetting = (name: SettingName): PageSetting | undefined => pageSettings.get().get(name);

export function setPageSettings(settings: Map<string, PageSetting>) {
  pageSettings.set(settings);
}

type Overlaid =
  | KeyVariable
  | "BOOK_MODEL"
  | "BOOK_MODEL_OUTLINE"
  | "BOOK_MODEL_CHAPTER"
  | "BOOK_MODEL_REVIEW"
  | "BOOK_REASONING"
  | "OPENAI_COMPATIBLE_BASE_URL";
export type ModelSettings = Pick<Env, Overlaid>;

const keyNames = Object.values(keyVariables);

/** The settings in force: those of a page, as they were last read, over the variables (contract §1). */
export function modelSettings(): ModelSettings {
  const given = pageSettings.get();
  const model = given.get("BOOK_MODEL")?.value;
  const address = given.get("OPENAI_COMPATIBLE_BASE_URL")?.value;
  const reasoning = given.get("BOOK_REASONING")?.value;
  const keys = keyNames.filter((name) => given.has(name)).map((name) => [name, given.get(name)?.value]);
  return {
    ...env(),
    // The one model that a page names writes alone: the variables of the roles come with BOOK_MODEL.
    ...(model !== undefined && {
      BOOK_MODEL: [model],
      BOOK_MODEL_OUTLINE: undefined,
      BOOK_MODEL_CHAPTER: undefined,
      BOOK_MODEL_REVIEW: undefined,
    }),
    ...(reasoning !== undefined && { BOOK_REASONING: parseReasoning(reasoning) }),
    // The variable's key is for the variable's server: whoever gives another address does not get it.
    ...(address !== undefined && { OPENAI_COMPATIBLE_BASE_URL: address, OPENAI_COMPATIBLE_API_KEY: undefined }),
    ...Object.fromEntries(keys),
  };
}

/** A page's key that APP_SECRET no longer opens. */
export const isUnreadable = (name: SettingName): boolean => {
  const setting = pageSetting(name);
  return setting !== undefined && setting.value === undefined;
};

/** Every key that a provider's words may quote, in force or not. */
export const knownKeys = (): string[] =>
  keyNames.flatMap((name) => [env()[name], pageSetting(name)?.value]).filter((key) => key !== undefined);
