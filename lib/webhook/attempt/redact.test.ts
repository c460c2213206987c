import { expect, test } from "vitest";
import { mask } from "../secrets/mask.ts";
import { redact } from "./redact.ts";

const secret = `pa"ss\\w/or+d=<&'>`;
const cleaned = (text: string, secrets = [secret]) => redact(Buffer.from(text), secrets).toString();
const unicode = (text: string) =>
  text.replace(/[^A-Za-z0-9]/g, (one) => `\\u00${one.charCodeAt(0).toString(16).toUpperCase()}`);

test.each([
  ["tel quel", secret],
  ["en JSON", JSON.stringify(secret).slice(1, -1)],
  ["en JSON de PHP", JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/")],
  ["en JSON tout échappé", unicode(secret)],
  ["dans une adresse", encodeURIComponent(secret)],
  ["dans une adresse, en minuscules", encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
  [
    "dans une page",
    secret
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#039;"),
  ],
  ["dans une page, en hexadécimal", secret.replace(/[^A-Za-z0-9]/g, (one) => `&#x${one.charCodeAt(0).toString(16)};`)],
])("un secret renvoyé %s est masqué", (_how, text) => {
  expect(cleaned(`{"reçu": "${text}", "é": 1}`)).toBe(`{"reçu": "${mask}", "é": 1}`);
});

test("le plus long d’abord, le plus court aussi, et rien d’autre", () => {
  expect(cleaned("abc ab a", ["ab", "abc"])).toBe(`${mask} ${mask} a`);
  expect(cleaned("a.b axb", ["a.b"])).toBe(`${mask} axb`);
  expect(redact(Buffer.from([0, 255, 254]), [secret])).toEqual(Buffer.from([0, 255, 254]));
});
