import type { Refusal } from "./refuse.ts";

const refusal = (status: number, error: string, message: string): Refusal => ({ status, body: { error, message } });

const refusals: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: refusal(431, "headers_too_large", "Les en-têtes dépassent 16 Kio."),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: refusal(413, "too_large", "Les extensions de morceaux dépassent 16 Kio."),
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, "timeout", "La requête n’est pas arrivée à temps."),
};

const malformed = refusal(400, "malformed", "La requête n’est pas du HTTP/1.1 valide.");

/** Says what Node's parser has found in bytes that make no request. */
export const describeBroken = (error: Error & { code?: string }): Refusal => refusals[error.code ?? ""] ?? malformed;
