import { receive } from "#lib/library/receive.ts";
import type { Behaviour } from "../servers/receiver.ts";

/** Answers as this repository's own receiver does, over real HTTP. */
export const ours: Behaviour = async ({ body, headers, path }, response) => {
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: given,
    body: new Uint8Array(body),
  });
  const answer = await receive(request);
  response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
};
