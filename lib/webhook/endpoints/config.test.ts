import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { WebhookConfigUpdate } from "../../contract/webhook.ts";
import { db } from "../../database/client.ts";
import { blockedReason, readConfig } from "./config.ts";
import { saveConfig } from "./save-config.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
beforeEach(async () => {
  await db().endpoint.deleteMany();
  setEnv({
    ENVIRONMENT: undefined,
    WEBHOOK_URL: undefined,
    WEBHOOK_SECRET: undefined,
    WEBHOOK_ALLOWED_HOSTS: undefined,
    APP_SECRET: "a".repeat(32),
  });
});

const production = { environment: "production", secret: "secret-de-production" } as const;
const refusal = (path: string) =>
  expect.objectContaining({ code: "invalid", issues: [expect.objectContaining({ path })] });

test("sans rien, les valeurs par défaut ; une variable, puis la page passent devant", async () => {
  expect(await readConfig()).toMatchObject({
    enabled: true,
    url: "http://localhost:3000/api/webhooks/book-completion",
    environment: "development",
    hasSecret: false,
    sources: { enabled: "default", url: "default", environment: "default", secret: "default" },
  });
  setEnv({ WEBHOOK_URL: "http://localhost:1/a", WEBHOOK_SECRET: "variable" });
  expect(await readConfig()).toMatchObject({
    url: "http://localhost:1/a",
    sources: { url: "environment", secret: "environment" },
  });
  await saveConfig({ url: "http://localhost:2/b" });
  setEnv({ WEBHOOK_URL: "http://localhost:3/c", WEBHOOK_SECRET: "autre" });
  const config = await readConfig();
  expect(config).toMatchObject({ url: "http://localhost:2/b", sources: { url: "page", secret: "environment" } });
  expect(config.secrets[0]?.text).toBe("autre");
});

const refusedInDevelopment = [
  "https://example.com/",
  "http://192.168.1.10/",
  "http://10.0.0.1/",
  "http://0.0.0.0/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://169.254.169.254/latest",
  "http://localhost.example.com/",
  "http://127.0.0.1.nip.io/",
  "http://moi:secret@localhost/",
  "ftp://localhost/",
  "javascript:alert(1)",
  "localhost:3000",
  "",
  "http://",
];

test.each(refusedInDevelopment)("en développement %s est refusée et rien ne change", async (url) => {
  await expect(saveConfig({ url })).rejects.toEqual(refusal("url"));
  expect((await readConfig()).sources.url).toBe("default");
});

test.each([
  "http://localhost/",
  "http://a.localhost:8080/x",
  "http://127.9.8.7/",
  "http://[::1]:3000/",
  "https://localhost/",
  "http://2130706433/",
])("en développement %s est acceptée", async (url) => {
  expect((await saveConfig({ url })).config.url).toBe(url);
});

const refusedInProduction = [
  "http://example.com/",
  "https://localhost/",
  "https://app.localhost/",
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://0.0.0.0/",
  "https://10.1.2.3/",
  "https://172.16.0.1/",
  "https://172.31.255.255/",
  "https://192.168.0.1/",
  "https://169.254.169.254/latest/meta-data/",
  "https://168.63.129.16/",
  "https://100.64.0.1/",
  "https://100.100.100.200/",
  "https://192.0.0.1/",
  "https://192.0.2.1/",
  "https://198.18.0.1/",
  "https://198.51.100.1/",
  "https://203.0.113.1/",
  "https://192.88.99.1/",
  "https://224.0.0.1/",
  "https://240.0.0.1/",
  "https://255.255.255.255/",
  "https://[::1]/",
  "https://[::]/",
  "https://[::ffff:10.0.0.1]/",
  "https://[::ffff:8.8.8.8]/",
  "https://[::7f00:1]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b:1::1]/",
  "https://[2002:7f00:1::]/",
  "https://[2001::1]/",
  "https://[2001:db8::1]/",
  "https://[3fff::1]/",
  "https://[fe80::1]/",
  "https://[fec0::1]/",
  "https://[fc00::1]/",
  "https://[fd00:ec2::254]/",
  "https://[ff02::1]/",
  "https://[100::1]/",
  "https://[5f00::1]/",
  "https://moi:secret@example.com/",
  "https://exemple .com/",
];

test.each(refusedInProduction)("en production %s est refusée et rien ne change", async (url) => {
  await expect(saveConfig({ ...production, url })).rejects.toEqual(refusal("url"));
  expect(await readConfig()).toMatchObject({
    environment: "development",
    hasSecret: false,
    sources: { url: "default" },
  });
});

test.each(["https://8.8.8.8/", "https://[2606:4700::1111]/"])("en production %s est acceptée", async (url) => {
  expect((await saveConfig({ ...production, url })).config).toMatchObject({ url, environment: "production" });
});

test("un nom qui ne se résout pas encore est enregistré avec un avertissement", async () => {
  const { config, warning } = await saveConfig({ ...production, url: "https://pas-encore.invalid/hook" });
  expect(config.url).toBe("https://pas-encore.invalid/hook");
  expect(warning).toContain("pas-encore.invalid");
});

test("WEBHOOK_ALLOWED_HOSTS ouvre un hôte ou un réseau privé, jamais le service de métadonnées", async () => {
  setEnv({ WEBHOOK_ALLOWED_HOSTS: "10.0.0.0/8, localhost, 169.254.0.0/16" });
  await saveConfig({ ...production, url: "https://10.1.2.3/" });
  await saveConfig({ url: "https://localhost:8443/" });
  await expect(saveConfig({ url: "https://192.168.0.1/" })).rejects.toEqual(refusal("url"));
  await expect(saveConfig({ url: "https://169.254.169.254/" })).rejects.toEqual(refusal("url"));
});

test("la production demande un secret, et le dit", async () => {
  await expect(saveConfig({ environment: "production", url: "https://8.8.8.8/" })).rejects.toEqual(refusal("secret"));
  setEnv({ WEBHOOK_SECRET: "de-l-environnement" });
  await saveConfig({ environment: "production", url: "https://8.8.8.8/" });
});

test("le secret est chiffré dans la base ; une autre clé le rend illisible et bloque l’envoi", async () => {
  await saveConfig({ ...production, url: "https://8.8.8.8/" });
  const row = await db().endpointKey.findFirstOrThrow();
  expect(Buffer.from(row.secret).includes(production.secret)).toBe(false);
  expect(blockedReason(await readConfig())).toBeNull();
  setEnv({ APP_SECRET: "b".repeat(32) });
  const config = await readConfig();
  expect(config).toMatchObject({ hasSecret: true, secrets: [] });
  expect(blockedReason(config)).toContain("APP_SECRET");
});

test("éteindre est toujours permis ; une production qui ne peut pas envoyer dit pourquoi", async () => {
  setEnv({ ENVIRONMENT: "production" });
  expect(blockedReason(await readConfig())).toContain("https:");
  await saveConfig({ enabled: false });
  await expect(saveConfig({ enabled: true })).rejects.toMatchObject({ code: "invalid" });
});

test("une URL que la base ne saurait garder telle quelle est refusée", () => {
  for (const url of ["http://localhost/\0", "http://localhost/\ud800"])
    expect(WebhookConfigUpdate.safeParse({ url }).error?.issues).toMatchObject([{ path: ["url"] }]);
});
