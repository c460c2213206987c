import type { IncomingMessage, ServerResponse } from "node:http";
import type { ErrorBody } from "../../lib/contract/error.ts";

function isDecodable(address: string): boolean {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/** Answers a path that does not decode to UTF-8, such as `/%ff`, on which Next would fail with a bare `500`. */
export function refuseAddress(request: IncomingMessage, response: ServerResponse): boolean {
  if (isDecodable(request.url ?? "/")) return false;
  const body: ErrorBody = { error: "malformed", message: "L’adresse demandée n’est pas de l’UTF-8 valide." };
  response.writeHead(400, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  return true;
}
