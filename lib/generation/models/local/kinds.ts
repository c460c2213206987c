import { env } from "../../../env.ts";

/** Servers of models that people run themselves, each at its usual port unless a variable says otherwise. */
export const localKinds = {
  ollama: { name: "Ollama", address: "OLLAMA_BASE_URL", port: 11434 },
  lmstudio: { name: "LM Studio", address: "LMSTUDIO_BASE_URL", port: 1234 },
  llamacpp: { name: "llama.cpp", address: "LLAMACPP_BASE_URL", port: 8080 },
  vllm: { name: "vLLM", address: "VLLM_BASE_URL", port: 8000 },
} as const;
export type LocalKind = keyof typeof localKinds;

export const isLocalKind = (provider: string): provider is LocalKind => Object.hasOwn(localKinds, provider);

/** @returns the address above every protocol that the server speaks, without a slash at its end */
export const rootOf = (address: string): string => address.replace(/\/+$/, "").replace(/\/(?:v1|api)$/, "");

export function localRoot(kind: LocalKind): string {
  const { address, port } = localKinds[kind];
  return rootOf(env()[address] ?? `http://127.0.0.1:${port}`);
}

/** @returns the address of its chat completions */
export const localBaseUrl = (kind: LocalKind): string => `${localRoot(kind)}/v1`;
