import { setTimeout as sleep } from "node:timers/promises";
import { constants, deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { makeDocx } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { formOf } from "#testing/manuscripts/upload.ts";
import { assemblePdf, pdfOfStreams } from "#testing/references/pdf.ts";
import { documentRequest } from "#testing/references/request.ts";
import type { AppError } from "../errors.ts";
import { receiveReference } from "./receive.ts";

const mib = 1024 * 1024;

/** Inflates to so many MiB of spaces; this process never holds them. */
function bombOf(mebibytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(mib, " "), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const pieces = Array.from({ length: mebibytes }, () => one);
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...pieces, Buffer.from([3, 0])]);
}
const flate = (stream: Uint8Array) => ({ stream, filter: "/FlateDecode" });
const page = { path: "1.xhtml", body: "<h1>Un</h1><p>A.</p>" };
const catalogue = "<< /Type /Catalog /Pages 2 0 R >>";

/** @returns how it was read, or the code, the field and the sentence of the refusal */
const outcomeOf = (file: Uint8Array | string): Promise<string> =>
  receiveReference(documentRequest(formOf(file, "a.md"))).then(
    ({ reference: { type, passages } }) => `${type} ${passages.length}`,
    ({ code, issues, message }: AppError) => `${code} ${issues?.[0]?.path}: ${message}`,
  );

let watch: ReturnType<typeof watchEventLoopBlocking>;
beforeAll(() => {
  watch = watchEventLoopBlocking();
});
afterAll(() => {
  expect(watch.stop()).toBeLessThan(300);
});

test.each<[string, () => Uint8Array | string, RegExp]>([
  // On a slow machine its time is over first.
  [
    "une bombe d’un Gio dans un PDF",
    () => pdfOfStreams([flate(bombOf(1024))]),
    /^invalid file: .*(?:plus gros|trop de temps)/,
  ],
  ["un PDF d’objets sans fond", () => assemblePdf([catalogue, "[".repeat(15 * mib)]), /^invalid file: .*abîmé/],
  ["des dictionnaires sans fond", () => `%PDF-1.7\n1 0 obj\n${"<< /A ".repeat(3 * mib)}`, /^invalid file: .*abîmé/],
  [
    "des pages qui se contiennent",
    () => assemblePdf([catalogue, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]),
    /^invalid file: .*abîmé/,
  ],
  [
    "cent millions de pages",
    () => assemblePdf([catalogue, "<< /Type /Pages /Count 100000000 /Kids [] >>"]),
    /^invalid file/,
  ],
  [
    "une bombe dans un DOCX",
    () => makeDocx([{ runs: "A" }], { more: { "word/bombe.xml": new Uint8Array(200 * mib) } }),
    /^invalid file: .*plus gros/,
  ],
  [
    "un EPUB dont un chemin sort",
    () => makeEpub([page], { more: { "../../etc/passwd": new Uint8Array(1) } }),
    /^invalid file: .*sort de son archive/,
  ],
  [
    "un EPUB qui renvoie au-dehors",
    () => makeEpub([{ path: "../../../etc/passwd", body: "" }]),
    /^invalid file: .*sort de son archive/,
  ],
  ["10 Mo de crochets", () => "[".repeat(10_000_000), /^invalid file: .*5 millions de caractères/],
  ["5 Mo de crochets", () => "[".repeat(5_000_000), /^invalid file: .*aucun texte/],
])("%s se refuse, en une phrase", async (_case, make, expected) => {
  const file = watch.exclude(make);
  expect(await outcomeOf(file)).toMatch(expected);
});

test("ce qui dépasse les bornes de l’analyse se garde comme du texte", async () => {
  for (const unit of ["[a ", "*_a ", "> a", "- a\n", "# a\n\nb\n\n"])
    expect(await outcomeOf(watch.exclude(() => unit.repeat(300_000 / unit.length))), unit).toMatch(/^markdown \d{2}/);
});

test("la mémoire revient", async () => {
  const blank = pdfOfStreams([flate(bombOf(100))]);
  const residentAfter: number[] = [];
  for (let round = 0; round < 3; round++) {
    expect(await outcomeOf(blank)).toMatch(/^invalid file: .*(?:pas de texte|trop de temps)/);
    // Threads give theirs back two seconds after their last file.
    await sleep(2200);
    residentAfter.push(process.memoryUsage().rss / mib);
  }
  // Without it, each round would keep 100 MiB more.
  expect(residentAfter[2]).toBeLessThan((residentAfter[0] ?? 0) + 150);
});
