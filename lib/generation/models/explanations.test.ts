import { expect, test } from "vitest";
import { explanationOf } from "./explanations.ts";

/** The sentences of providers and of local servers. */
test.each([
  [
    "context",
    "This model's maximum context length is 4096 tokens. However, your messages resulted in 5120 tokens. Please reduce the length of the messages.",
  ],
  ["context", "prompt is too long: 210000 tokens > 200000 maximum"],
  [
    "context",
    "the request exceeds the available context size. try increasing the context size or enable context shift",
  ],
  ["context", "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."],
  [
    "context",
    "Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.",
  ],
  [
    "context",
    "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again",
  ],
  ["context", "Request too large for model"],
  ["context", "Prompt contains 33000 tokens, too large for model with 32768 maximum context length"],
  ["quota", "You exceeded your current quota, please check your plan and billing details. insufficient_quota"],
  ["quota", "Your credit balance is too low to access the Anthropic API."],
  ["quota", "Insufficient credits. Add more using https://openrouter.ai/settings/credits"],
  [
    "quota",
    "This request requires more credits, or fewer max_tokens. You requested up to 11000 tokens, but can only afford 800.",
  ],
  ["quota", "Key limit exceeded (total limit)"],
  ["quota", "You have reached your specified API usage limits. You will regain access on 2026-12-01"],
  ["quota", "You have exceeded your monthly included credits for Inference Providers."],
  ["region", "User location is not supported for the API use."],
  ["region", "Country, region, or territory not supported"],
  ["region", "This model is not available in your region."],
  ["region", "Access denied: country not allowed"],
  ["withdrawn", "The model `gpt-4-32k` has been deprecated, learn more here"],
  ["withdrawn", "The model `mixtral-8x7b-32768` has been decommissioned and is no longer supported."],
  ["withdrawn", "claude-2 was retired on July 21"],
  ["withdrawn", "Model mistral-tiny is no longer available"],
  ["model", "The model `gpt-9` does not exist or you do not have access to it."],
  ["model", "model 'qwen3:8b' not found"],
  ["model", "Model Not Exist"],
  ["model", "foo/bar is not a valid model ID"],
  ["model", "Invalid model: mistral-xl"],
  ["filter", "The response was filtered due to the prompt triggering Azure OpenAI's content management policy."],
  ["filter", "Input data may contain inappropriate content."],
  ["filter", "Your input was flagged as potentially violating our usage policy"],
  ["filter", "Content Exists Risk"],
  ["filter", "Output blocked by content filtering policy"],
  ["filter", "Request was rejected as a result of the safety system"],
  [
    "key",
    "Incorrect API key provided: sk-xxxx. You can find your API key at https://platform.openai.com/account/api-keys.",
  ],
  ["key", "invalid x-api-key"],
  ["key", "No auth credentials found"],
  ["key", "Authentication Fails, Your api key: ****1234 is invalid"],
  ["key", "API key expired. Please renew the API key."],
  ["loading", "Loading model"],
  ["loading", "Model Qwen/Qwen3 is currently loading"],
  ["loading", "No models loaded. Please load a model in the developer page or use the `lms load` command."],
  ["loading", "model is loading, please wait"],
])("%s : %s", (code, said) => {
  expect(explanationOf(said)?.code).toBe(code);
});

test.each(["Internal server error", "Bad Request", "Unsupported parameter: 'top_k'", "upstream error: unexpected end"])(
  "rien de connu : %s",
  (said) => {
    expect(explanationOf(said)).toBeUndefined();
  },
);
