import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { makeDocx } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { tinyPng } from "#testing/manuscripts/pictures.ts";
import { readFile } from "./read-file.ts";
import type { Refused } from "./refused.ts";

const page = { path: "1.xhtml", body: "<h1>Un</h1><p>A.</p>" };

/** The bytes of a zip whose entries say that they are encrypted. */
function encrypted(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 1))
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  return bytes;
}

const ole = (text: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(text, "utf16le")]);
const drm =
  '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/1.xhtml"/></CipherData></EncryptedData></encryption>';

function withoutPage(): Uint8Array {
  const { "OEBPS/1.xhtml": _page, ...others } = unzipSync(makeEpub([page]));
  return zipSync(others);
}

const refusalOf = (file: Uint8Array | string) =>
  readFile(Buffer.from(file)).then(
    () => "aucun",
    ({ kind, message }: Refused) => `${kind}: ${message}`,
  );

test.each<[string, () => Uint8Array | string, RegExp]>([
  ["un fichier vide", () => "", /^invalid: Le fichier est vide/],
  ["un texte sans texte", () => " \n\n", /^invalid: .*aucun texte/],
  ["un PDF", () => "%PDF-1.7\n", /^unsupported_media_type: .*PDF.*DOCX/],
  ["un RTF", () => "{\\rtf1", /^unsupported_media_type/],
  ["une page web", () => "<!DOCTYPE html><html><p>A", /^unsupported_media_type: .*page web/],
  ["une image", () => tinyPng, /^unsupported_media_type/],
  [
    "un document OpenDocument",
    () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }),
    /^unsupported_media_type: .*odt/,
  ],
  ["une autre archive", () => zipSync({ "a.txt": strToU8("a") }), /^unsupported_media_type: .*archive/],
  ["un texte en Latin-1", () => Buffer.from("L'\xe9t\xe9 est l\xe0.", "latin1"), /^invalid: .*UTF-8/],
  ["un ancien document de Word", () => ole("WordDocument"), /^unsupported_media_type: .*\.doc/],
  ["un DOCX qui a un mot de passe", () => ole("EncryptedPackage"), /^invalid: .*mot de passe/],
  ["une archive chiffrée", () => encrypted(makeDocx([{ runs: "A" }])), /^invalid: .*chiffré/],
  [
    "un EPUB protégé contre la copie",
    () => makeEpub([page], { more: { "META-INF/encryption.xml": strToU8(drm) } }),
    /^invalid: .*DRM/,
  ],
  ["un DOCX coupé", () => makeDocx([{ runs: "A" }]).subarray(0, 900), /^invalid: .*abîmé/],
  ["un EPUB coupé", () => makeEpub([page]).subarray(0, 700), /^invalid: .*abîmé/],
  [
    "un DOCX sans son document",
    () => zipSync({ "[Content_Types].xml": strToU8("wordprocessingml.document.main+xml") }),
    /^invalid/,
  ],
  ["un EPUB sans ses pages", () => zipSync({ "META-INF/container.xml": strToU8("<container/>") }), /^invalid: .*pages/],
  ["un EPUB dont une page manque", withoutPage, /^invalid: .*manque/],
  [
    "un chemin qui sort de l’archive",
    () => makeEpub([page], { more: { "../../etc/x": tinyPng } }),
    /^invalid: .*sort de son archive/,
  ],
  ["un chemin absolu", () => makeEpub([page], { more: { "/etc/x": tinyPng } }), /^invalid: .*sort de son archive/],
  [
    "une page qui renvoie au dehors",
    () => makeEpub([{ path: "1.xhtml", body: '<p><img src="../../../etc/passwd"/></p>' }]),
    /^invalid: .*sort de son archive/,
  ],
  [
    "une page nommée au dehors",
    () => makeEpub([page, { path: "../../x.xhtml", body: "" }]),
    /^invalid: .*sort de son archive/,
  ],
])("%s se refuse, en une phrase", async (_case, make, expected) => {
  expect(await refusalOf(make())).toMatch(expected);
});
