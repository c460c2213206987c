import type { IncomingMessage, ServerResponse } from "node:http";

export const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Tells a client that has gone before its body was whole from one that was closed here. */
export const hasLeft = ({ complete, socket }: IncomingMessage) =>
  !complete && (socket.readableEnded || socket.errored !== null);

export function toHeaders({ headers }: IncomingMessage): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Headers(pairs);
}

/** Sends `100 Continue` once somebody wants the body, and not before: a refusal then spares it. */
export function continueWhenRead(request: IncomingMessage, response: ServerResponse) {
  const read = request._read.bind(request);
  request._read = (size) => {
    if (!response.headersSent) response.writeContinue();
    request._read = read;
    read(size);
  };
}

/** Closes the connection after an answer that leaves before its request has been read, or that declines an Upgrade. */
export function closeUnlessRead(request: IncomingMessage, response: ServerResponse) {
  const keepAlive = response.shouldKeepAlive && request.headers.upgrade === undefined;
  response.shouldKeepAlive = keepAlive && !hasBody(request);
  request.once("end", () => {
    response.shouldKeepAlive = keepAlive;
  });
}
