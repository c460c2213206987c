import type { IncomingMessage } from "node:http";

const receiver = "/api/webhooks/book-completion";

/**
 * Takes doubled slashes out of a path, as a base address joined with `/` leaves them, and gives the receiver its own
 * spelling, whatever the case or the slashes at the end: Next would redirect, and a sender follows no redirect.
 */
export function normalizeAddress(request: Pick<IncomingMessage, "url">): void {
  const [, path = "", query = ""] = /^(\/[^?#]*)(.*)$/s.exec(request.url ?? "") ?? [];
  if (path === "") return;
  const single = path.replace(/\/{2,}/g, "/");
  const isReceiver = single.toLowerCase().replace(/\/$/, "") === receiver;
  request.url = `${isReceiver ? receiver : single}${query}`;
}
