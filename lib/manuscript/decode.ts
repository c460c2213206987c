/** Reads the text of a page of HTML or XML in the encoding that it declares. */
export function decodeMarkup(bytes: Buffer): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  const start = bytes.subarray(0, 1024).toString("latin1");
  const declared = /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1];
  try {
    return new TextDecoder(marked || declared || "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
