import type { JSONObject } from "@ai-sdk/provider";
import type { Reasoning } from "../../contract/reasoning.ts";
import { perProcess } from "../../per-process.ts";
import { modelSettings } from "../model-settings/settings.ts";
import type { Role } from "./call-context.ts";

/** The setting in force of a role. What a page sets is laid over the variable in `modelSettings`. */
export const reasoningOf = (role: Role): Reasoning => modelSettings().BOOK_REASONING?.[role] ?? "auto";

/** How a call is to think: `roomTokens` is what its thoughts may take beside its answer. */
export type Thinking = { level: Reasoning; roomTokens?: number };

const wideTokens = 32_000;

/** What a model is asked that spent its room on thoughts, or said nothing after them: more room, then less thinking. */
const easier: Record<Reasoning, Reasoning | undefined> = {
  auto: "low",
  high: "low",
  medium: "low",
  low: "off",
  off: undefined,
};

/** What the thoughts about one question may well take. */
const minRoomTokens = 3000;

/** @param leftTokens what the model's window leaves to its thoughts: where it cannot be widened, they are given up sooner */
export function easierThinking({ level }: Thinking, leftTokens: number): Thinking | undefined {
  const next = level !== "off" && leftTokens < minRoomTokens ? "off" : easier[level];
  return next && { level: next, roomTokens: wideTokens };
}

/** A model that is known to think is asked not to where its window leaves no room for thoughts, unless a person decides. */
export const thinkingWithin = (thinking: Thinking, leftTokens: number): Thinking =>
  thinking.level === "auto" && leftTokens < minRoomTokens ? { ...thinking, level: "off" } : thinking;

/** What helped a model to answer, by its role, so that the next call begins with it. */
const helped = perProcess("generation.thinking", () => new Map<string, Thinking>());
const keyOf = (id: string, role: Role) => `${role} ${reasoningOf(role)} ${id}`;

export const thinkingOf = (id: string, role: Role): Thinking =>
  helped.get().get(keyOf(id, role)) ?? { level: reasoningOf(role) };

export const keepThinking = (id: string, role: Role, thinking: Thinking): void => {
  helped.get().set(keyOf(id, role), thinking);
};

type Effort = "none" | "low" | "medium" | "high";

/** @returns the SDK's own setting, which it says to each provider in that one's words */
export const effortOf = (level: Reasoning): Effort | undefined =>
  level === "auto" ? undefined : level === "off" ? "none" : level;

/**
 * A template of llama.cpp or vLLM knows no effort, only whether to think: `enable_thinking` for Qwen and GLM, `thinking`
 * for DeepSeek and Granite.
 */
export function templateOptions(level: Reasoning): JSONObject {
  if (level === "auto") return {};
  const thinks = level !== "off";
  return { chat_template_kwargs: { enable_thinking: thinks, thinking: thinks } };
}
