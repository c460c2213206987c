import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { AttemptView } from "#lib/contract/delivery.ts";
import { startReceiver } from "#testing/servers/receiver.ts";
import { curlOf } from "./curl.ts";

const attempt = (url: string, request_headers: Record<string, string>) =>
  ({ url, request_headers }) as unknown as AttemptView;
const has = (program: string) => spawnSync(program, ["-c", "exit 0"]).status === 0;
const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const awkward = `{"titre":"L'été, « $HOME » \\n %s \\\\ \`id\` !","lignes":"a\nb"}`;

test("le shell rend chaque argument tel qu’il était", () => {
  const url = "https://exemple.fr/x?a=1&b='2'";
  const command = curlOf(attempt(url, { "X-Essai": "a'b $c" }), awkward);
  const script = `curl() { printf '%s\\0' "$@"; cat; }\n${command}`;
  const received = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0");
  expect(received).toEqual(["-i", "-X", "POST", url, "-H", "X-Essai: a'b $c", "--data-binary", "@-", awkward]);
});

test.runIf(hasCurl)("un livre de 200 ko arrive octet pour octet, quel que soit le shell", async () => {
  const receiver = await startReceiver();
  const chapter = `L'été, « $HOME », 100 %s, C:\\\\n, \`id\`. `;
  const body = JSON.stringify({ chapitre: chapter.repeat(5000), fin: "\n\n" });
  expect(Buffer.byteLength(body)).toBeGreaterThan(200_000);
  const shells = ["sh", "bash", "dash", "zsh"].filter(has);
  const bodies = [body, awkward, `${awkward}\n\n`];
  const headers = { "Content-Type": "application/json", "webhook-id": "evt_'1'" };
  try {
    for (const shell of shells)
      for (const sent of bodies) {
        const run = spawn(shell, { stdio: ["pipe", "ignore", "inherit"] });
        run.stdin.end(`${curlOf(attempt(receiver.url, headers), sent)}\n`);
        expect(await once(run, "exit"), shell).toEqual([0, null]);
        const { headers: came, method, body: bytes } = receiver.requests.at(-1)!;
        expect(bytes.equals(Buffer.from(sent)), shell).toBe(true);
        expect([method, came["content-type"], came["webhook-id"]]).toEqual(["POST", "application/json", "evt_'1'"]);
      }
    expect(receiver.requests).toHaveLength(shells.length * bodies.length);
  } finally {
    await receiver.close();
  }
});
