import { expect, test } from "vitest";
import { parseEnv } from "./env.ts";

test.each([
  ["BOOK_MODEL", "gpt-5", "attend demo seul, ou fournisseur:modèle (openai, "],
  ["BOOK_MODEL", "demo, openai:gpt-5", "attend demo seul, ou fournisseur:modèle (openai, "],
  ["BOOK_MODEL_CHAPTER", "demo", "attend fournisseur:modèle (openai, "],
  ["PORT", " ", "attend un nombre entre 0 et 65535"],
  ["PORT", "65536", "attend un nombre entre 0 et 65535"],
  ["PORT", "-1", "attend un nombre entre 0 et 65535"],
  ["PORT", "80.5", "attend un nombre entre 0 et 65535"],
  ["GENERATION_CONCURRENCY", "0", "attend un nombre entre 1 et 100"],
  ["WEBHOOK_ALLOWED_HOSTS", "un hôte", "attend des hôtes, "],
  ["WEBHOOK_ALLOWED_HOSTS", "http://receveur", "attend des hôtes, "],
])("%s=%j est refusé, en disant ce qui est accepté", (name, value, accepted) => {
  expect(() => parseEnv({ [name]: value })).toThrow(
    new RegExp(`^${name} : ${accepted.replace(/[()]/g, "\\$&")}[^\n]*$`),
  );
});

test("ce qui est bien écrit est lu", () => {
  expect(parseEnv({ BOOK_MODEL: "demo" }).BOOK_MODEL).toEqual(["demo"]);
  expect(parseEnv({ PORT: " 8080 " }).PORT).toBe(8080);
  expect(parseEnv({ PORT: "0" }).PORT).toBe(0);
  expect(parseEnv({}).PORT).toBe(3000);
  const hosts = ["mon_hote", "receveur_1.interne", "10.0.0.0/8"];
  expect(parseEnv({ WEBHOOK_ALLOWED_HOSTS: hosts.join(", ") }).WEBHOOK_ALLOWED_HOSTS).toEqual(hosts);
});

test.each([
  ["chez soi", {}, "development"],
  ["la production de Vercel", { VERCEL: "1", VERCEL_ENV: "production" }, "production"],
  ["un aperçu de Vercel", { VERCEL: "1", VERCEL_ENV: "preview" }, "production"],
  ["un environnement de Vercel au nom choisi", { VERCEL: "1", VERCEL_ENV: "recette" }, "production"],
  ["Vercel sans VERCEL_ENV", { VERCEL: "1" }, "production"],
  ["`vercel dev`", { VERCEL: "1", VERCEL_ENV: "development" }, "development"],
  ["un aperçu ouvert exprès", { VERCEL: "1", VERCEL_ENV: "preview", ENVIRONMENT: "development" }, "development"],
])("%s : %j donne %s", (_name, variables, environment) => {
  expect(parseEnv(variables).ENVIRONMENT).toBe(environment);
});

test("un aperçu sans APP_SECRET ne démarre pas sur une base partagée", () => {
  const variables = { VERCEL: "1", VERCEL_ENV: "preview", DATABASE_URL: "postgresql://hote/base" };
  expect(() => parseEnv(variables)).toThrow("APP_SECRET");
});

test("sans adresse directe, celle de la base sert à tout", () => {
  const [pooled, direct] = ["postgresql://groupe/base", "postgresql://direct/base"];
  expect(parseEnv({ DATABASE_URL: pooled }).DIRECT_DATABASE_URL).toBe(pooled);
  expect(parseEnv({ DATABASE_URL: pooled, DIRECT_DATABASE_URL: direct }).DIRECT_DATABASE_URL).toBe(direct);
});

test("un secret qui garde la production a seize caractères au moins, chacun s’il y en a plusieurs", () => {
  const production = { ENVIRONMENT: "production" };
  for (const name of ["ADMIN_TOKEN", "CRON_SECRET", "WEBHOOK_SECRET"]) {
    for (const short of ["a", "1", "quinze-signes-x"])
      expect(() => parseEnv({ ...production, [name]: short })).toThrow(
        `${name} : demande au moins 16 caractères en production`,
      );
    expect(() => parseEnv({ ...production, [name]: "seize-caracteres" })).not.toThrow();
    expect(() => parseEnv({ ENVIRONMENT: "development", [name]: "a" })).not.toThrow();
  }
  expect(() => parseEnv({ ...production, WEBHOOK_SECRET: "seize-caracteres court" })).toThrow("WEBHOOK_SECRET");
});

test("TRUSTED_PROXIES prend des adresses et des plages, rien d’autre", () => {
  expect(parseEnv({ TRUSTED_PROXIES: "10.0.0.1, 172.16.0.0/12,::1" }).TRUSTED_PROXIES).toHaveLength(3);
  for (const wrong of ["mandataire.interne", "10.0.0.0/33", "tous", "10.0.0.1;10.0.0.2"])
    expect(() => parseEnv({ TRUSTED_PROXIES: wrong })).toThrow("TRUSTED_PROXIES : attend des adresses IP");
});
