import { afterEach, expect, test } from "vitest";
import { reloadEnv } from "../../env.ts";
import { configuredModel, describeModel } from "./configured.ts";

const names = ["BOOK_MODEL", "OPENAI_API_KEY", "MISTRAL_API_KEY", "OPENAI_COMPATIBLE_BASE_URL"];
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
  expect(configuredModel()).toBe("mistral:mistral-large-latest");
  configure({ MISTRAL_API_KEY: "k", OPENAI_API_KEY: "k" });
  expect(configuredModel()).toMatch(/^openai:/);
  configure({ MISTRAL_API_KEY: "k", BOOK_MODEL: "demo" });
  expect(configuredModel()).toBe("demo");
});

test("un modèle qui ne peut pas être appelé nomme la variable qui manque", () => {
  configure({ BOOK_MODEL: "mistral:mistral-large-latest" });
  expect(describeModel().problem).toContain("MISTRAL_API_KEY");
  configure({ BOOK_MODEL: "openai-compatible:qwen3:8b" });
  expect(describeModel()).toMatchObject({ id: "openai-compatible:qwen3:8b", demo: false });
  expect(describeModel().problem).toContain("OPENAI_COMPATIBLE_BASE_URL");
  configure({ BOOK_MODEL: "openai-compatible:qwen3:8b", OPENAI_COMPATIBLE_BASE_URL: "http://localhost:11434/v1" });
  expect(describeModel().problem).toBeUndefined();
});
