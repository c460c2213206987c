import { expect, test } from "vitest";
import { parseSecrets, SecretText } from "./secret.ts";

const encoded = Buffer.alloc(32, 7).toString("base64");
const key = `whsec_${encoded}`;

test.each([
  key,
  `v1,${key}`,
  `"${key}"`,
  `'${key}'`,
  `\`${key}\``,
  `"v1,${key}"`,
  `WHSEC_${encoded}`,
  `Whsec_${encoded}`,
  `v1,WHSEC_${encoded}`,
  `V1,${key}`,
  ` ${key}\n`,
])("%j est la clé qu’elle contient", (given) => {
  expect(SecretText.parse(given)).toBe(key);
  expect(parseSecrets(given)).toEqual([{ text: key, bytes: new Uint8Array(32).fill(7) }]);
});

test.each([
  ["un-secret-brut", "un-secret-brut"],
  ['"un-secret-brut"', "un-secret-brut"],
  ["'un-secret-brut'", "un-secret-brut"],
  ["un'secret\"brut", "un'secret\"brut"],
  ["v1-secret,brut", "v1-secret,brut"],
  ["whse_c", "whse_c"],
])("%j est le texte %j", (given, text) => {
  expect(SecretText.parse(given)).toBe(text);
  expect(parseSecrets(given)).toEqual([{ text, bytes: new TextEncoder().encode(text) }]);
});

test.each([
  "",
  '""',
  `"${key}`,
  `${key}"`,
  `"${key}'`,
  `\\"${key}\\"`,
  `<${key}>`,
  `${key},`,
  `${key};`,
  `${key}\\n`,
  `WEBHOOK_SECRET=${key}`,
  `Bearer:${key}`,
  `v1,v1,${key}`,
  `v2,${key}`,
  `v1a,${key}`,
  `v1,${encoded}`,
  `v1,un-secret-brut`,
  `whsk_${encoded}`,
  `whpk_${encoded}`,
  `whsec_${encoded.replace("=", "")}`,
  `whsec_${encoded.replace("=", "%3D")}`,
  `whsec_${Buffer.alloc(32, 0xff).toString("base64url")}`,
  "whsec_",
  "whsec_court",
  `whsec_${Buffer.alloc(65).toString("base64")}`,
  "“guillemets”",
  "é",
])("%j est refusé, jamais pris pour une autre clé", (given) => {
  expect(SecretText.safeParse(given).error?.issues[0]?.message).toMatch(/^attend des caractères ASCII visibles/);
  expect(parseSecrets(given)).toBeUndefined();
});

test("plusieurs secrets se séparent par des espaces, entourés ensemble ou un à un", () => {
  const texts = (setting: string) => parseSecrets(setting)?.map(({ text }) => text);
  for (const setting of [`nouveau ${key}`, `"nouveau ${key}"`, `"nouveau" "${key}"`, ` 'nouveau   v1,${key}' `])
    expect(texts(setting)).toEqual(["nouveau", key]);
  expect(texts('"nouveau ancien')).toBeUndefined();
  expect(SecretText.safeParse("deux mots").success).toBe(false);
});
