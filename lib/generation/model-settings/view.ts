import { fingerprint } from "../../contract/fingerprint.ts";
import type { KeyProvider, ModelKeyView, ModelSettingsView } from "../../contract/model.ts";
import { keyProviders } from "../../contract/values.ts";
import type { Source } from "../../contract/webhook.ts";
import { env } from "../../env.ts";
import { isUnreadable, keyVariables, modelSettings, pageSetting, type SettingName } from "./settings.ts";

/** @param variables those that the page's setting replaces */
function sourceOf(name: SettingName, variables: string[] = [name]): Source {
  if (pageSetting(name)) return "page";
  return variables.some((variable) => env().given.has(variable)) ? "environment" : "default";
}

const addressName = "OPENAI_COMPATIBLE_BASE_URL";

function toKeyView(provider: KeyProvider): ModelKeyView {
  const variable = keyVariables[provider];
  const setting = pageSetting(variable);
  const key = modelSettings()[variable];
  const address = { value: modelSettings()[addressName] ?? null, source: sourceOf(addressName) };
  return {
    provider,
    variable,
    source: setting || key ? sourceOf(variable) : "default",
    fingerprint: setting ? setting.fingerprint : key ? fingerprint({ bytes: Buffer.from(key) }) : null,
    readable: !isUnreadable(variable),
    set_at: setting?.updatedAt.toISOString() ?? null,
    last_used_at: setting?.lastUsedAt?.toISOString() ?? null,
    ...(provider === "openai-compatible" && { base_url: address }),
  };
}

const modelVariables = ["BOOK_MODEL", "BOOK_MODEL_OUTLINE", "BOOK_MODEL_CHAPTER", "BOOK_MODEL_REVIEW"];

export const looksForLocalServers = (): boolean =>
  (pageSetting("LOCAL_SERVERS")?.value ?? (env().ENVIRONMENT === "development" ? "on" : "off")) === "on";

/** @param model the one that writes where an order names none */
export const toSettingsView = (model: string): ModelSettingsView => ({
  default: { model, source: sourceOf("BOOK_MODEL", modelVariables) },
  reasoning: {
    value: modelSettings().BOOK_REASONING ?? { research: "auto", outline: "auto", chapter: "auto", review: "auto" },
    source: sourceOf("BOOK_REASONING"),
  },
  local_servers: { enabled: looksForLocalServers(), source: sourceOf("LOCAL_SERVERS") },
  keys: keyProviders.map(toKeyView),
});
