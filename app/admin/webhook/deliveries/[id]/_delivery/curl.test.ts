import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { AttemptView } from "#lib/contract/delivery.ts";
import { curlOf } from "./curl.ts";

test("le shell rend chaque argument tel qu’il était", () => {
  const body = `{"titre":"L'été, « $HOME » \\n \`id\` !","lignes":"a\nb"}`;
  const url = "https://exemple.fr/x?a=1&b='2'";
  const command = curlOf({ url, request_headers: { "X-Essai": "a'b $c" } } as unknown as AttemptView, body);
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const received = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
  expect(received).toEqual(["-i", "-X", "POST", url, "-H", "X-Essai: a'b $c", "--data-raw", body]);
});
