import { expect, test, vi } from "vitest";
import { describeError, logger } from "./logger.ts";

test("une erreur se lit, qu’elle soit ou non une Error, sans ce qui pourrait porter un secret", () => {
  const failed = Object.assign(new TypeError("perdu"), { config: { password: "secret" } });
  expect(describeError(failed)).toEqual({ name: "TypeError", message: "perdu", stack: failed.stack });
  const ofQueue = {
    message: "relation absente",
    stack: "Error: …",
    queue: "delivery",
    worker: "w1",
    params: ["secret"],
  };
  expect(describeError(ofQueue)).toEqual({ message: "relation absente", stack: "Error: …", queue: "delivery" });
  expect(describeError("perdu")).toEqual({ error: "perdu" });
  expect(describeError(undefined)).toEqual({ error: "undefined" });
});

/** What a terminal, a pager or a log viewer would obey, join or hide. */
const unseen = [
  ..."\n\r\t\b\0\x1b\x7f\x85\x9b\xad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029",
  ..."\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2063\u2066\u2067\u2068\u2069\u206a\u3164\ufeff\uffa0\ufff9\ufffb",
  ...["\u{1d173}", "\u{e0001}", "\u{e0041}", "\u{e0100}", "\ud800", "\udfff"],
];

test("ce qui ne se voit pas dans un texte étranger est nommé, dans le message comme dans les champs", () => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  for (const one of unseen) {
    const code = `⟨U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
    logger.info(`📚 Livre reçu via webhook: a${one}b (job x)`, { job_id: `a${one}b` });
    const line = String(written.mock.lastCall?.[0]);
    expect(line).toContain(`a${code}b (job x)`);
    expect(line.slice(0, -1)).not.toContain(one);
    expect(line).toMatch(/^[^\n]*\n$/);
  }
  logger.info(["📡 Une ligne", "   et sa suite, aux espaces\u00a0\u202ffines — « é » ⚠️ 日本語"]);
  expect(String(written.mock.lastCall?.[0])).toBe(
    "📡 Une ligne\n   et sa suite, aux espaces\u00a0\u202ffines — « é » ⚠️ 日本語\n",
  );
  written.mockRestore();
});
