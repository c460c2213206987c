import { manuscriptLimits } from "../../contract/limits.ts";
import type { Archive } from "../archive.ts";
import type { Sum } from "../chapter.ts";
import { decodeMarkup } from "../decode.ts";
import type { Manuscript } from "../manuscript.ts";
import { createPictures, type Pictures } from "../pictures.ts";
import { writeChapters } from "../tree/chapters.ts";
import { elementsOf, property } from "../tree/elements.ts";
import { parseMarkup } from "../tree/markup.ts";
import { type Page, takeNotes } from "../tree/notes.ts";
import { cutAtHeadings, cutAtMarks, type Pieces } from "../tree/pieces.ts";
import { toBlocks } from "../tree/to-mdast.ts";
import { readContents } from "./contents.ts";
import { markChapters } from "./mark-chapters.ts";
import { type Item, readPackage, resolvePath } from "./package.ts";

async function readPages(archive: Archive, spine: Item[]): Promise<Page[]> {
  const count = { elements: 0 };
  const pages: Page[] = [];
  for (const { path } of spine)
    if (!pages.some((page) => page.path === path))
      pages.push({ path, root: parseMarkup(decodeMarkup(await archive.read(path)), count) });
  return pages;
}

/** Has each picture kept, and named by its new place. */
async function keepPictures(archive: Archive, { path, root }: Page, pictures: Pictures): Promise<void> {
  for (const { element } of elementsOf(root)) {
    if (element.tagName !== "img") continue;
    const src = property(element, "src");
    if (src === "" || /^[a-z][a-z0-9+.-]*:/i.test(src)) continue;
    const at = resolvePath(src, path);
    const read = async () =>
      archive.has(at) && archive.sizeOf(at) <= manuscriptLimits.pictureBytes ? archive.read(at) : undefined;
    element.properties.src = await pictures.add(at, read);
  }
}

/** Its pages: each begins a chapter, where neither the contents nor headings tell more. */
function cutAtPages(pages: Page[]): Pieces {
  for (const page of pages) markChapters([page], [{ title: "", path: page.path, id: "" }]);
  return { pieces: cutAtMarks(pages.flatMap(({ root }) => toBlocks(root))) };
}

function cutPages(pages: Page[], marks: number): Pieces {
  if (marks > 1) return { pieces: cutAtMarks(pages.flatMap(({ root }) => toBlocks(root))) };
  const byHeadings = cutAtHeadings(pages.flatMap(({ root }) => toBlocks(root)));
  return byHeadings.pieces.length > 1 || pages.length === 1 ? byHeadings : cutAtPages(pages);
}

const onlyNotes = /^(?:notes?(?: de fin| de bas de page)?|endnotes|footnotes)$/i;

/** @throws {Refused} */
export async function readEpub(archive: Archive, sum: Sum): Promise<Manuscript> {
  const { spine, contents, title, language } = await readPackage(archive);
  const pages = await readPages(archive, spine);
  const pictures = createPictures();
  for (const page of pages) await keepPictures(archive, page, pictures);
  const entries = contents ? await readContents(archive, contents) : [];
  const marks = entries.length > 1 ? markChapters(pages, entries) : 0;
  const notes = takeNotes(pages);
  const cut = cutPages(pages, marks);
  // A page of notes that were all called is a heading alone.
  const pieces = cut.pieces.filter(
    ({ title: own = "", blocks }) => notes.size === 0 || blocks.length > 1 || !onlyNotes.test(own),
  );
  const chapters = await writeChapters(pieces, notes, sum);
  const named = title ?? cut.title;
  return { type: "epub", ...(named && { title: named }), ...(language && { language }), chapters, ...pictures.kept() };
}
