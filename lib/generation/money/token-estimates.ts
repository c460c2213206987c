/** The low end is a terse model, the high end a talkative one and many corrections. */
export type Bound = "low" | "likely" | "high";

const estimates = {
  low: { tokensPerWord: 1.2, charactersPerToken: 4.5, thinkingTokens: 0 },
  likely: { tokensPerWord: 1.5, charactersPerToken: 4, thinkingTokens: 50 },
  high: { tokensPerWord: 2, charactersPerToken: 3.2, thinkingTokens: 200 },
};

/** Families known to think before they write, whoever serves them. */
const thinkers =
  /[:/](?:gpt-5(?!.*chat)|o[1-9](?!\p{L})|gemini-(?:2\.5|[3-9])(?!.*lite)|magistral|deepseek-(?:r|v\d.*think)|qwq|qwen-?3(?!.*instruct)|gpt-oss|.*-(?:thinking|reason))/iu;
export const thinks = (model: string): boolean => thinkers.test(model);
const thinkersTokens = { low: 0, likely: 1000, high: 3000 };

export function answerTokens(model: string, words: number, bound: Bound): number {
  const { tokensPerWord, thinkingTokens } = estimates[bound];
  const thinking = thinks(model) ? thinkersTokens[bound] : thinkingTokens;
  return Math.round(words * tokensPerWord + thinking);
}

export const inputTokens = (characters: number, bound: Bound): number =>
  Math.round(characters / estimates[bound].charactersPerToken);
