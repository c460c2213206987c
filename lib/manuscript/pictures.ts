import { manuscriptLimits } from "../contract/limits.ts";
import type { Picture } from "./manuscript.ts";

const kinds: { type: string; extension: string; is: (start: string) => boolean }[] = [
  { type: "image/png", extension: "png", is: (start) => start.startsWith("\x89PNG\r\n\x1a\n") },
  { type: "image/jpeg", extension: "jpg", is: (start) => start.startsWith("\xff\xd8\xff") },
  { type: "image/gif", extension: "gif", is: (start) => /^GIF8[79]a/.test(start) },
  { type: "image/webp", extension: "webp", is: (start) => /^RIFF[\s\S]{4}WEBP/.test(start) },
  { type: "image/avif", extension: "avif", is: (start) => /^[\s\S]{4}ftypavi[fs]/.test(start) },
  { type: "image/svg+xml", extension: "svg", is: (start) => /^\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?svg[\s>]/.test(start) },
];

const kindOf = (bytes: Buffer) => {
  const start = bytes
    .subarray(0, 1000)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  return kinds.find(({ is }) => is(start));
};

/** The pictures of one manuscript, each kept once, as far as they may be. */
export function createPictures() {
  const kept: Picture[] = [];
  let bytesKept = 0;
  let leftOut = 0;
  const known = new Map<string, Promise<string>>();

  /** @returns where a chapter finds it, or would have */
  async function keep(read: () => Promise<Buffer | undefined>): Promise<string> {
    const bytes = await read();
    const kind = bytes && kindOf(bytes);
    const { pictureBytes, picturesBytes, pictures } = manuscriptLimits;
    const hasRoom = bytes && bytes.length <= pictureBytes && bytesKept + bytes.length <= picturesBytes;
    if (!kind || !hasRoom || kept.length >= pictures) {
      leftOut += 1;
      return `images/absente-${leftOut}`;
    }
    const name = `image-${kept.length + 1}.${kind.extension}`;
    bytesKept += bytes.length;
    kept.push({ name, type: kind.type, bytes: new Uint8Array(bytes) });
    return `images/${name}`;
  }

  return {
    /** @param from where it is in its file: it is kept once, however often it is shown */
    add(from: string, read: () => Promise<Buffer | undefined>): Promise<string> {
      const place = known.get(from) ?? keep(read);
      known.set(from, place);
      return place;
    },
    kept: () => ({ pictures: kept, picturesLeftOut: leftOut }),
  };
}
export type Pictures = ReturnType<typeof createPictures>;
