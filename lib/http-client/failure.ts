export type Failure = "dns" | "blocked" | "refused" | "tls" | "timeout" | "reset" | "protocol";

export class Unreachable extends Error {
  override name = "Unreachable";
  readonly failure: Failure;
  constructor(failure: "dns" | "blocked", detail: string) {
    super(detail);
    this.failure = failure;
  }
}

/** An answer that is not HTTP as we read it; its message says why, in English as the parser’s own do. */
export class InvalidAnswer extends Error {
  override name = "InvalidAnswer";
}

const byCode: [RegExp, Failure][] = [
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES)$/, "refused"],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, "timeout"],
  [/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/, "tls"],
  [/^(HTTPParserError|HPE_|UND_ERR_HEADERS_OVERFLOW)/, "protocol"],
];

/** The parser’s reason, as in `Response does not match the HTTP/1.1 protocol (Invalid header token)`. */
const parserReason = /^Response does not match the HTTP\/1\.1 protocol \((.+)\)$/;

/** Tells why a request failed; `detail` is a code, or the reason of who refused the answer. */
export function classify(error: unknown): { failure: Failure; detail: string } {
  if (error instanceof Unreachable) return { failure: error.failure, detail: error.message };
  if (error instanceof InvalidAnswer) return { failure: "protocol", detail: error.message };
  if (error instanceof AggregateError && error.errors.length > 0) {
    const each = error.errors.map(classify);
    return each.find(({ failure }) => failure === "refused") ?? each[0] ?? { failure: "reset", detail: "" };
  }
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : name;
  const failure = byCode.find(([pattern]) => pattern.test(code))?.[1] ?? "reset";
  // Its code says only that a socket failed.
  const said = code === "UND_ERR_SOCKET" ? message : parserReason.exec(message)?.[1];
  return { failure, detail: said || code || message };
}
