import { referenceLimits } from "../../contract/limits.ts";
import type { ReferenceView } from "../../contract/reference.ts";
import { sumOfWords, wordsIn } from "../../document/words.ts";
import { invalid } from "../../errors.ts";
import { cutPassages } from "../../reference/passages.ts";
import { extract } from "../research/extract.ts";
import { fetchPage, webAddress } from "../research/fetch-page.ts";
import { hashOfText, storeReference } from "./stored.ts";

const fetchMs = 15_000;
const extractMs = 20_000;

const refused = {
  address: "attend une adresse web, en http: ou https:",
  page: "n’a pas pu être lue\u202f: l’adresse doit mener, sans passer par un réseau privé, à une page web ou à un texte de 3 Mio au plus",
  text: "ne contient aucun texte qui se lise sans script",
};
const refuse = (why: keyof typeof refused) =>
  invalid("url", why === "address" ? `url\u202f: ${refused.address}.` : `La page ${refused[why]}.`);

/**
 * Reads a page of the Web and keeps it. Its address, and each redirect's, must be public.
 * @throws {AppError} invalid
 */
export async function addPage(address: string, signal: AbortSignal): Promise<ReferenceView> {
  const url = webAddress(address.trim());
  if (!url) throw refuse("address");
  const page = await fetchPage(url.href, { timeoutMs: fetchMs, signal });
  if (!page) throw refuse("page");
  const maxCharacters = referenceLimits.characters;
  const read = await extract({ ...page, maxCharacters }, { timeoutMs: extractMs, signal });
  const passages = cutPassages([{ paragraphs: read?.text.split(/\n+/) ?? [] }]);
  if (!read || passages.length === 0) throw refuse("text");
  return storeReference({
    name: read.title || page.url.slice(0, referenceLimits.name),
    type: "web",
    url: page.url,
    hash: hashOfText(read.text),
    words: sumOfWords(passages.map(({ text }) => ({ words: wordsIn(text).length }))),
    passages,
  });
}
