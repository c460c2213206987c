const lineFeed = 10;
const maxLineLength = 1024;
const maxOpeningBytes = 40;
/** The lines that are held back until they are complete: those that tell a length, and the end of the head. */
const watched = ["content-length:", "transfer-encoding:", "\r\n"];

/** Faults of an answer that the parser names otherwise or not at all; in English, as the parser’s own. */
export type HeadFault =
  | "Missing expected CR after header value"
  | "Unexpected whitespace after header value"
  | "Content-Length values differ"
  | "Content-Length overflow"
  | "Content-Length can't be present with Transfer-Encoding"
  | "Status below 100"
  | "Unasked protocol change"
  | "TLS record"
  | "HTTP/2 frame";

/** Tells other protocols by their first bytes: a TLS alert or handshake, an HTTP/2 SETTINGS frame. */
function protocolOf(opening: Buffer): HeadFault | undefined {
  if ((opening[0] === 0x15 || opening[0] === 0x16) && opening[1] === 3) return "TLS record";
  const isSettings = opening.length >= 9 && opening[0] === 0 && opening[3] === 4 && opening.readUInt32BE(5) === 0;
  return isSettings ? "HTTP/2 frame" : undefined;
}

const couldBeWatched = (line: string) => watched.some((name) => name.startsWith(line) || line.startsWith(name));

/**
 * Reads the heads of one answer on their way to the parser, which goes beyond RFC 9110 in two things: it refuses a
 * `Content-Length` that comes twice with one value, which is made one here, and an unasked `100 Continue`, which becomes
 * another interim answer. The length is given at the end of its head, since the parser blames it for faults that follow.
 * Other bytes pass unchanged.
 */
export function createAnswerHead() {
  let fault: HeadFault | undefined;
  let status: number | undefined;
  let opening = Buffer.alloc(0);
  let isOver = false;
  let isStatusLine = true;
  let line = "";
  let lineEnd = "";
  let held: Buffer[] = [];
  let length: string | undefined;
  let isEncoded = false;

  function readLength(bytes: Buffer[]): Buffer[] {
    const values = line
      .slice(line.indexOf(":") + 1)
      .split(",")
      .map((value) => value.trim());
    if (values.some((value) => !/^\d+$/.test(value))) return bytes;
    length ??= values[0] ?? "";
    if (values.some((value) => value !== length)) fault ??= "Content-Length values differ";
    else if (length.replace(/^0+/, "").length > 19) fault ??= "Content-Length overflow";
    return fault ? bytes : [];
  }

  function endStatusLine() {
    const [, digits] = /^http\/\d\.\d (\d{3})(?!\d)/.exec(line) ?? [];
    if (fault) return;
    status = digits === undefined ? undefined : Number(digits);
    if (status !== undefined && status < 100) fault ??= "Status below 100";
    if (status === 101) fault ??= "Unasked protocol change";
  }

  function endHead(bytes: Buffer[]): Buffer[] {
    if (line === "\n") fault ??= "Missing expected CR after header value";
    const told = length !== undefined && !fault ? [Buffer.from(`Content-Length: ${length}\r\n`)] : [];
    isOver = status === undefined || status >= 200;
    isStatusLine = true;
    length = undefined;
    isEncoded = false;
    return [...told, ...bytes];
  }

  function endLine(bytes: Buffer[]): Buffer[] {
    // The parser skips blank lines before a status line.
    if (/^\r?\n$/.test(line)) return isStatusLine ? bytes : endHead(bytes);
    if (isStatusLine) {
      endStatusLine();
      isStatusLine = false;
      return bytes;
    }
    if (lineEnd !== "\r\n") fault ??= "Missing expected CR after header value";
    if (/^[ \t]/.test(line)) fault ??= "Unexpected whitespace after header value";
    isEncoded ||= line.startsWith("transfer-encoding:");
    const passed = line.startsWith("content-length:") ? readLength(bytes) : bytes;
    if (isEncoded && length !== undefined) fault ??= "Content-Length can't be present with Transfer-Encoding";
    return passed;
  }

  function renameContinue(part: Buffer): Buffer {
    const at = 11 - (line.length - part.length);
    if (part[at] !== 0x30 || !/^http\/1\.\d 100/.test(line)) return part;
    const renamed = Buffer.from(part);
    renamed[at] = 0x32;
    return renamed;
  }

  function pushPart(part: Buffer): Buffer[] {
    const text = part.toString("latin1");
    if (line.length < maxLineLength) line += text.toLowerCase();
    lineEnd = (lineEnd + text).slice(-2);
    held.push(isStatusLine ? renameContinue(part) : part);
    const isComplete = part.at(-1) === lineFeed;
    if (!isComplete && !isStatusLine && line.length < maxLineLength && couldBeWatched(line)) return [];
    const bytes = held;
    held = [];
    if (!isComplete) return bytes;
    const passed = endLine(bytes);
    line = "";
    return passed;
  }

  function open(chunk: Buffer) {
    if (opening.length >= maxOpeningBytes) return;
    opening = Buffer.concat([opening, chunk]).subarray(0, maxOpeningBytes);
    fault ??= protocolOf(opening);
  }

  return {
    push(chunk: Buffer): Buffer {
      open(chunk);
      if (isOver) return chunk;
      const passed: Buffer[] = [];
      let rest = chunk;
      while (rest.length > 0 && !isOver) {
        const end = rest.indexOf(lineFeed) + 1 || rest.length;
        passed.push(...pushPart(rest.subarray(0, end)));
        rest = rest.subarray(end);
      }
      return Buffer.concat([...passed, rest]);
    },
    fault: () => fault,
    status: () => status,
    opening: () => opening,
  };
}

export type AnswerHead = ReturnType<typeof createAnswerHead>;
