import type { IncomingMessage, ServerResponse } from "node:http";
import { now } from "#lib/clock.ts";
import type { LocalKind } from "#lib/generation/models/local/kinds.ts";
import { countTokens } from "./completion.ts";
import type { Behaviour, Exchange, Script } from "./script.ts";
import { goodAnswer, startModelServer } from "./server.ts";

type Options = {
  kind: Exclude<LocalKind, "ollama">;
  model?: string;
  /** The window of one request, in tokens. */
  window?: number;
  /** The model's parameters, in billions, where the server says. */
  billions?: number;
  /** 0: the server does not say, and answers everything at once. */
  slots?: number;
  tokensPerSecond?: number;
  /** What the model takes to be loaded, from the first request on. */
  loadingMs?: number;
  script?: Script;
  /** Without pages of its own, it is any compatible server. */
  says?: boolean;
};

const list = (...data: object[]) => ({ object: "list", data: data.map((one) => ({ object: "model", ...one })) });

/** What each server says of itself, by path. */
function pagesOf({ kind, model: id = "fake", window = 4096, slots = 1, billions }: Options): Record<string, unknown> {
  const props = { default_generation_settings: { params: {}, n_ctx: window }, total_slots: slots, model_alias: id };
  const meta = { n_ctx: window, n_ctx_train: 32_768, ...(billions && { n_params: billions * 1e9 }) };
  const sized = { key: "publisher/fake", params_string: billions && `${billions}B`, loaded_instances: [{ id }] };
  const loaded = { id, type: "llm", state: "loaded", max_context_length: 32_768, loaded_context_length: window };
  const pages: Record<Options["kind"], Record<string, unknown>> = {
    llamacpp: { "/props": props, "/v1/models": list({ id, owned_by: "llamacpp", meta }) },
    vllm: { "/v1/models": list({ id, owned_by: "vllm", max_model_len: window }) },
    lmstudio: {
      "/api/v0/models": list(loaded),
      "/v1/models": list({ id, owned_by: "organization_owner" }),
      ...(billions && { "/api/v1/models": { models: [sized] } }),
    },
  };
  return pages[kind];
}

/** Cuts an answer where the window is full, and refuses a prompt that does not fit in it, as llama.cpp does. */
function withinWindow(window: number, exchange: Exchange, behaviour: Behaviour): Behaviour {
  if ((behaviour.status ?? 200) !== 200) return behaviour;
  const prompt = countTokens(exchange.system + exchange.prompt);
  if (prompt >= window) {
    const message = `request (${prompt} tokens) exceeds the available context size (${window} tokens), try increasing it`;
    const error = { code: 400, message, type: "exceed_context_size_error", n_prompt_tokens: prompt, n_ctx: window };
    return { status: 400, body: JSON.stringify({ error }) };
  }
  const text = behaviour.text ?? goodAnswer(exchange);
  const thoughts = countTokens(behaviour.reasoning?.text ?? "");
  const room = Math.max(0, Math.min(window - prompt, exchange.maxTokens ?? window) - thoughts);
  return countTokens(text) <= room ? behaviour : { ...behaviour, text: text.slice(0, room * 4), finish: "length" };
}

const loading: Record<Options["kind"], Behaviour> = {
  llamacpp: { status: 503, body: '{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}' },
  vllm: { status: 503, body: '{"error":{"message":"The model is currently loading","code":503}}' },
  lmstudio: {
    status: 404,
    body: '{"error":{"message":"No models loaded. Please load a model in the developer page or use the lms load command.","type":"invalid_request_error","code":"model_not_found"}}',
  },
};

/** A fake of a local server: its own pages, its window, its slots, its slowness and its loading, all on the clock. */
export async function startLocalServer(options: Options) {
  const { kind, window = 4096, slots = 1, tokensPerSecond, loadingMs = 0, script, says = true } = options;
  let loadedAt: number | undefined;
  const isLoading = () => {
    loadedAt ??= now().getTime() + loadingMs;
    return now().getTime() < loadedAt;
  };
  const drip = tokensPerSecond ? { chars: 4 * 10 * tokensPerSecond, everyMs: 10_000 } : undefined;
  const pages = says ? pagesOf(options) : {};
  return startModelServer({
    ...(slots > 0 && { slots }),
    answerOther(request: IncomingMessage, response: ServerResponse) {
      const page = pages[request.url?.split("?")[0] ?? ""];
      if (request.method !== "GET" || page === undefined) return false;
      // llama.cpp says nothing of itself, either, until it has loaded its model.
      const isSilent = kind === "llamacpp" && isLoading();
      const body = isSilent ? loading.llamacpp.body : JSON.stringify(page);
      response.writeHead(isSilent ? 503 : 200, { "Content-Type": "application/json" }).end(body);
      return true;
    },
    script(exchange, nth) {
      if (isLoading()) return loading[kind];
      return withinWindow(window, exchange, { ...(drip && { drip }), ...script?.(exchange, nth) });
    },
  });
}
