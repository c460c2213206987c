import { strToU8, type Zippable, zipSync } from "fflate";
import { escapeXml } from "./docx.ts";

export type EpubPage = { path: string; body: string };
export type EpubEntry = { title: string; href: string };
type Options = {
  title?: string;
  language?: string;
  contents?: EpubEntry[];
  /** The contents of EPUB 2 instead of EPUB 3. */
  ncx?: boolean;
  more?: Record<string, Uint8Array>;
  /** Comes before the markup of every page. */
  head?: string;
};

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const page = (body: string, head: string) =>
  `${xml}${head}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Page</title><style>p { color: red }</style></head><body>${body}</body></html>`;

const navOf = (entries: EpubEntry[]) =>
  page(
    `<nav epub:type="toc"><h1>Table</h1><ol>${entries.map(({ title, href }) => `<li><a href="${href}">${escapeXml(title)}</a></li>`).join("")}</ol></nav>`,
    "",
  );
const ncxOf = (entries: EpubEntry[]) =>
  `${xml}<ncx><navMap>${entries.map(({ title, href }) => `<navPoint><navLabel><text>${escapeXml(title)}</text></navLabel><content src="${href}"/></navPoint>`).join("")}</navMap></ncx>`;

/** Makes an EPUB of pages in `OEBPS`, in their order. */
export function makeEpub(pages: EpubPage[], options: Options = {}): Uint8Array {
  const { title = "", language = "", contents = [], ncx = false, more = {}, head = "" } = options;
  const items = pages.map(({ path }, at) => `<item id="p${at}" href="${path}" media-type="application/xhtml+xml"/>`);
  const refs = pages.map((_, at) => `<itemref idref="p${at}"/>`);
  const toc = ncx
    ? '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    : '<item id="toc" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
  const opf = `${xml}<package><metadata xmlns:dc="d"><dc:title>${escapeXml(title)}</dc:title><dc:language>${language}</dc:language></metadata><manifest>${items.join("")}${toc}</manifest><spine toc="toc">${refs.join("")}<itemref idref="toc"/></spine></package>`;
  const files: Zippable = {
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(
      `${xml}<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`,
    ),
    "OEBPS/content.opf": strToU8(opf),
    [ncx ? "OEBPS/toc.ncx" : "OEBPS/nav.xhtml"]: strToU8(ncx ? ncxOf(contents) : navOf(contents)),
  };
  for (const { path, body } of pages) files[`OEBPS/${path}`] = strToU8(page(body, head));
  return zipSync({ ...files, ...more });
}
