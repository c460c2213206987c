import type { IncomingMessage, ServerResponse } from "node:http";
import type { ErrorBody } from "../../lib/contract/error.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Answers a method that no route has, such as `PROPFIND` or `TRACE`, which Next answers without a body or with a `500`. */
export function refuseMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (methods.includes(request.method ?? "")) return false;
  const allowed = methods.join(", ");
  const body: ErrorBody = {
    error: "method_not_allowed",
    message: `Méthode non prise en charge\u202f; acceptées\u202f: ${allowed}.`,
  };
  response.writeHead(405, { "Content-Type": "application/json", Allow: allowed }).end(JSON.stringify(body));
  return true;
}
