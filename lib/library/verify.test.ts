import { expect, test } from "vitest";
import { signatureHeaders } from "#testing/harness/webhook-request.ts";
import { parseSecrets } from "../contract/secret.ts";
import { verify } from "./verify.ts";

const text = "sorami-webhook-secret-key-2025";
const secrets = parseSecrets(`${text} ancien,secret`)!;
const body = JSON.stringify({ job_id: "abc" });
const right = signatureHeaders(body, { key: text, id: "evt_1" });
const [, base64 = ""] = right["webhook-signature"].split(",");
const wrong = Buffer.alloc(32).toString("base64");

const verifyWith = (headers: [string, string][]) => verify(new Headers(headers), Buffer.from(body), secrets);
const signed = (...lines: string[]): [string, string][] => [
  ["webhook-id", right["webhook-id"]],
  ["webhook-timestamp", right["webhook-timestamp"]],
  ...lines.map((line): [string, string] => ["webhook-signature", line]),
];

test.each([
  ["une espace après la virgule", [`v1, ${base64}`]],
  ["plusieurs espaces, et une tabulation", [`v1,  \t${base64}`]],
  ["une espace avant la virgule", [`v1 ,${base64}`]],
  ["une espace à la place de la virgule", [`v1 ${base64}`]],
  ["deux lignes", ["v1", base64]],
  ["deux lignes de signatures entières", [`v1,${wrong}`, `v1,${base64}`]],
  ["trois lignes, la juste au milieu", [`v1,${wrong}`, `v1,${base64}`, `v1a,${wrong}`]],
  ["des virgules entre les signatures", [`v1,${wrong},v1,${base64}`]],
  ["des virgules et des espaces", [`v1,${wrong}, v1,${base64}, v2,${wrong}`]],
  ["une tabulation entre les signatures", [`v1,${wrong}\tv1,${base64}`]],
  ["une signature repliée après une autre", [`v1, ${wrong}, v1, ${base64}`]],
  ["sans remplissage", [`v1,${base64.replace("=", "")}`]],
  ["une version inconnue d’abord", [`v2,${wrong} v1,${base64}`]],
  ["la même deux fois", [`v1,${base64}`, `v1,${base64}`]],
])("une signature repliée se vérifie : %s", (_name, lines) => {
  expect(verifyWith(signed(...lines))).toMatchObject({ accepted: true, verification: "signature" });
});

test.each([
  ["une fausse", [`v1,${wrong}`], "ne correspond ni au corps ni au secret"],
  ["la juste sous une autre version", [`v1a,${base64}`], "aucune signature v1,<base64>"],
  ["la juste après une autre version, repliée", [`v1,${wrong} v2, ${base64}`], "ne correspond"],
  ["la juste sans version", [base64], "aucune signature v1,<base64>"],
  ["rien", [""], "aucune signature v1,<base64>"],
  ["la version seule", ["v1,"], "aucune signature v1,<base64>"],
  ["la juste coupée", [`v1,${base64.slice(0, 20)}`], "ne correspond"],
  ["la juste et un caractère", [`v1,${base64}A`], "ne correspond"],
])("une signature qui ne vaut rien est refusée, même à côté du bon secret : %s", (_name, lines, reason) => {
  const verdict = verifyWith([...signed(...lines), ["X-Webhook-Secret", text]]);
  expect(verdict).toMatchObject({ accepted: false, status: 401, reason: expect.stringContaining(reason) });
});

const once = (...extra: [string, string][]) => verifyWith([...signed(`v1,${base64}`), ...extra]);

test("un en-tête envoyé deux fois avec une valeur compte une fois", () => {
  expect(once(["webhook-id", "evt_1"])).toMatchObject({ accepted: true });
  expect(once(["webhook-timestamp", right["webhook-timestamp"]])).toMatchObject({ accepted: true });
  expect(once(["webhook-id", "evt_1"], ["webhook-id", "evt_1"])).toMatchObject({ accepted: true });
  for (const secret of [text, `${text}, ${text}`, "ancien,secret", "ancien,secret"])
    expect(verifyWith([["X-Webhook-Secret", secret]])).toMatchObject({ accepted: true, verification: "secret" });
  const twice: [string, string][] = [
    ["X-Webhook-Secret", text],
    ["X-Webhook-Secret", text],
  ];
  expect(verifyWith(twice)).toMatchObject({ accepted: true });
});

test("deux valeurs différentes sont refusées, et c’est dit", () => {
  const several = "plusieurs fois, avec des valeurs différentes";
  expect(once(["webhook-id", "evt_2"])).toMatchObject({
    reason: expect.stringContaining(`webhook-id est arrivé ${several}`),
  });
  expect(once(["webhook-timestamp", "1"])).toMatchObject({
    reason: expect.stringContaining(`webhook-timestamp est arrivé ${several}`),
  });
  const secrets: [string, string][] = [
    ["X-Webhook-Secret", text],
    ["X-Webhook-Secret", "autre"],
  ];
  expect(verifyWith(secrets)).toMatchObject({ accepted: false, status: 401 });
  expect(verifyWith([["webhook-signature", `v1,${base64}`]])).toMatchObject({ reason: "webhook-id absent." });
  const dotted = signed(`v1,${base64}`).map(([name, value]): [string, string] => [
    name,
    name === "webhook-id" ? "a.b" : value,
  ]);
  expect(verifyWith(dotted)).toMatchObject({ reason: "webhook-id mal formé." });
});
