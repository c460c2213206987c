import type { IncomingMessage, ServerResponse } from "node:http";
import type { ErrorBody } from "../contract/error.ts";
import { PracticeBehaviour, type PracticeList } from "../contract/practice.ts";
import { practiceBehaviours } from "../contract/values.ts";
import { guard } from "../door.ts";
import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";
import { behaviours } from "./behaviours.ts";

const retrySchedule = "0s,2s,4s,8s,15s";
const maxBodyBytes = 10 * 1024 * 1024;

const reply = (response: ServerResponse, status: number, body: ErrorBody | PracticeList) =>
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

const listOf = (port: number): PracticeList => ({
  items: practiceBehaviours.map((behaviour) => {
    const { title, description } = behaviours[behaviour];
    return { behaviour, url: `http://127.0.0.1:${port}/api/practice/${behaviour}`, title, description };
  }),
  retry_schedule: retrySchedule,
});

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function answer(name: string, { request, response, headers }: Exchange) {
  const { data: behaviour } = PracticeBehaviour.safeParse(name);
  if (!behaviour)
    return reply(response, 404, {
      error: "not_found",
      message: "Aucun entraînement de ce nom\u202f; voyez GET /api/practice.",
    });
  if (request.method !== "POST") {
    response.setHeader("Allow", "POST");
    return reply(response, 405, { error: "method_not_allowed", message: "Un webhook s’envoie par POST." });
  }
  const body = await readBody(request);
  if (!body) return reply(response, 413, { error: "too_large", message: "Le corps dépasse 10 Mio." });
  await behaviours[behaviour].answer(response, { headers, body });
}

type Exchange = { request: IncomingMessage; response: ServerResponse; headers: Headers };

function toHeaders({ headersDistinct }: IncomingMessage): Headers {
  const pairs = Object.entries(headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  return new Headers(pairs);
}

/**
 * Serves the practice receiver, in development only: `POST /api/practice/{behaviour}` misbehaves as its name says, and
 * `GET /api/practice` lists the behaviours. It needs the socket itself, which a route handler never sees. Another site’s
 * page is refused as everywhere; a sender has no Origin.
 * @returns true when the request was for it
 */
export function servePractice(request: IncomingMessage, response: ServerResponse): boolean {
  const [, name] = /^\/api\/practice(?:\/([^/?]*))?\/?(?:\?|$)/.exec(request.url ?? "") ?? [];
  const isOurs = /^\/api\/practice(?:[/?]|$)/.test(request.url ?? "");
  if (!isOurs || env().ENVIRONMENT !== "development") return false;
  const headers = toHeaders(request);
  const refusal = guard({ method: request.method ?? "", pathname: "/api/practice", headers });
  if (refusal)
    reply(response, refusal.status, {
      error: "forbidden",
      message: "Une page d’un autre site ne peut rien changer ici.",
    });
  else if (!name && request.method === "GET") reply(response, 200, listOf(request.socket.localPort ?? env().PORT));
  else
    answer(name ?? "", { request, response, headers }).catch((error) => {
      if (request.readableAborted) return;
      logger.error("❌ Erreur du récepteur d’entraînement", describeError(error));
      response.destroy();
    });
  return true;
}
