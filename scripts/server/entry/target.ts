import type { IncomingMessage } from "node:http";
import { normalizeAddress } from "./normalize-address.ts";
import type { Refusal } from "./refuse.ts";

const malformed = (message: string): Refusal => ({ status: 400, body: { error: "malformed", message } });

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** An absolute target counts as its path, and its host as Host (RFC 9112 §3.2.2). */
function readAbsolute(request: IncomingMessage) {
  const [, host, rest = "/"] = /^https?:\/\/([^/?#]+)([/?][^#]*)?$/i.exec(request.url ?? "") ?? [];
  if (!host) return;
  request.url = rest.startsWith("?") ? `/${rest}` : rest;
  request.headers.host = host;
}

/** Reads the path that a request asks for, as the door and Next will. @returns a refusal for what is no path */
export function readTarget(request: IncomingMessage): { pathname: string } | Refusal {
  const { host = [] } = request.headersDistinct;
  if (host.length > 1 || (host.length === 0 && request.httpVersion !== "1.0"))
    return malformed("La requête doit nommer un hôte, une fois (Host).");
  readAbsolute(request);
  normalizeAddress(request);
  const target = request.url ?? "";
  const [pathname = ""] = target.split(/[?#]/, 1);
  if (!pathname.startsWith("/")) return malformed("L’adresse demandée n’est pas un chemin.");
  if (!isDecodable(pathname)) return malformed("L’adresse demandée n’est pas de l’UTF-8 valide.");
  if (target.includes("#")) return malformed("L’adresse demandée ne peut pas contenir de fragment.");
  return { pathname };
}
