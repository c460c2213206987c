import { afterEach, expect, test } from "vitest";
import { parseEnv, reloadEnv } from "../../env.ts";
import { chainsOfNewJob, configuredChains } from "./chains.ts";
import { whereModelIsSet } from "./configured.ts";
import { describeModel, modelProblems } from "./describe.ts";

const names = [
  ...["BOOK_MODEL", "BOOK_MODEL_OUTLINE", "BOOK_MODEL_CHAPTER", "BOOK_MODEL_REVIEW"],
  ...["OPENAI_API_KEY", "MISTRAL_API_KEY", "OPENAI_COMPATIBLE_BASE_URL"],
];
function configure(variables: Record<string, string>) {
  for (const name of names) delete process.env[name];
  Object.assign(process.env, variables);
  reloadEnv();
}
afterEach(() => configure({}));

test("sans rien, c’est la démonstration ; sinon le premier fournisseur qui a sa clé ; BOOK_MODEL l’emporte", () => {
  configure({});
  expect(describeModel()).toEqual({ id: "demo", demo: true });
  configure({ MISTRAL_API_KEY: "k" });
  expect(chainsOfNewJob().model).toBe("mistral:mistral-large-latest");
  configure({ MISTRAL_API_KEY: "k", OPENAI_API_KEY: "k" });
  expect(chainsOfNewJob().model).toMatch(/^openai:/);
  configure({ MISTRAL_API_KEY: "k", BOOK_MODEL: "demo" });
  expect(chainsOfNewJob().model).toBe("demo");
});

test("un modèle qui ne peut pas être appelé nomme la variable qui manque", () => {
  configure({ BOOK_MODEL: "mistral:mistral-large-latest" });
  expect(describeModel().problem).toContain("MISTRAL_API_KEY");
  configure({ BOOK_MODEL: "openai-compatible:qwen3:8b" });
  expect(describeModel()).toMatchObject({ id: "openai-compatible:qwen3:8b", demo: false });
  expect(describeModel().problem).toContain("OPENAI_COMPATIBLE_BASE_URL");
  configure({ BOOK_MODEL: "openai-compatible:qwen3:8b", OPENAI_COMPATIBLE_BASE_URL: "http://localhost:11434/v1" });
  expect(describeModel().problem).toBeUndefined();
  configure({ BOOK_MODEL: "ollama:qwen3:8b" });
  expect(describeModel()).toEqual({ id: "ollama:qwen3:8b", demo: false });
});

test("chaque rôle a sa suite de modèles, sinon celle de BOOK_MODEL", () => {
  const base = ["openai:gpt-5", "mistral:large"];
  configure({ BOOK_MODEL: " openai:gpt-5 , mistral:large,openai:gpt-5", BOOK_MODEL_CHAPTER: "anthropic:a,google:b" });
  const chapter = ["anthropic:a", "google:b"];
  expect(configuredChains()).toEqual({ research: base, outline: base, chapter, review: base });
  expect(chainsOfNewJob().model).toBe("anthropic:a");
  expect(whereModelIsSet("google:b")).toBe("BOOK_MODEL_CHAPTER");
  configure({ BOOK_MODEL_OUTLINE: "openai:o", OPENAI_API_KEY: "k", BOOK_MODEL_REVIEW: "openai:r" });
  expect(configuredChains()).toMatchObject({ outline: ["openai:o"], chapter: ["openai:gpt-5"], review: ["openai:r"] });
});

test("la démonstration ne se mêle jamais à de vrais modèles", () => {
  configure({ BOOK_MODEL_CHAPTER: "openai:a" });
  expect(new Set(Object.values(configuredChains()).flat())).toEqual(new Set(["openai:a"]));
  configure({ BOOK_MODEL: "demo", BOOK_MODEL_CHAPTER: "openai:a" });
  expect(new Set(Object.values(configuredChains()).flat())).toEqual(new Set(["demo"]));
});

test("une clé qui manque n’est un problème que si aucun modèle de la suite ne peut répondre ; le journal la dit quand même", () => {
  configure({ BOOK_MODEL: "mistral:large,openai:gpt-5", OPENAI_API_KEY: "k" });
  expect(describeModel()).toEqual({ id: "mistral:large, openai:gpt-5", demo: false });
  expect(modelProblems()).toEqual([expect.stringContaining("MISTRAL_API_KEY")]);
  configure({ BOOK_MODEL: "openai:gpt-5", OPENAI_API_KEY: "k", BOOK_MODEL_OUTLINE: "mistral:large" });
  expect(describeModel().problem).toContain("BOOK_MODEL_OUTLINE");
});

test.each([
  ["BOOK_MODEL", "openai"],
  ["BOOK_MODEL", "openai:gpt-5,"],
  ["BOOK_MODEL", "openai:gpt-5,demo"],
  ["BOOK_MODEL_OUTLINE", "demo"],
  ["BOOK_MODEL_CHAPTER", "inconnu:x"],
  ["BOOK_MODEL_REVIEW", ","],
])("%s=%s arrête le démarrage, en une ligne", (name, value) => {
  const start = () => parseEnv({ [name]: value });
  expect(start).toThrow(new RegExp(`^${name} : attend [^\\n]+$`));
});
