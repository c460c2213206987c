import type { IncomingMessage } from "node:http";

export type HeldBody = {
  /** Nothing more is read of it until `readOn`. */
  waits: () => boolean;
  readOn: () => void;
  /** Hands the request on as it is. */
  giveUp: () => void;
};

type Options = {
  /** Called with the bytes of each piece that comes. @returns whether the next may be read */
  onPiece: (bytes: number) => boolean;
  /** Called once, when the body is whole or given up, unless the client leaves first. */
  onWhole: () => void;
};

/** Reads a body into its request, as far as it may, for whoever reads the request afterwards. */
export function holdBody(request: IncomingMessage, { onPiece, onWhole }: Options): HeldBody {
  const { push, _read: read } = request;
  let waits = false;
  let isGivenUp = false;
  const readOn = () => {
    waits = false;
    request._read(0);
  };
  const giveUp = () => {
    Object.assign(request, { push, _read: read });
    waits = false;
    isGivenUp = true;
    queueMicrotask(onWhole);
  };
  request.push = (chunk, encoding) => {
    const more = push.call(request, chunk, encoding);
    if (chunk === null) {
      giveUp();
      return more;
    }
    const mayReadOn = onPiece(chunk.length);
    if (isGivenUp) return more;
    waits = !mayReadOn;
    return mayReadOn;
  };
  request._read = (size) => {
    if (!waits) read.call(request, size);
  };
  if (request.complete) giveUp();
  // Reading has stopped where more came than a request keeps unread.
  else readOn();
  return { waits: () => waits, readOn, giveUp };
}
