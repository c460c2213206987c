import { type Handlers, route } from "#lib/http.ts";
import { triggerDrain } from "./trigger-drain.ts";

const readingMethods = ["GET", "HEAD"];

/** A route whose changes queue work: each that succeeds triggers the drain. */
export function queueingRoute<Context = unknown>(handlers: Handlers<Context>) {
  const queueing = Object.entries(handlers).map(([method, handle]): [string, typeof handle] => {
    if (readingMethods.includes(method)) return [method, handle];
    const handleAndDrain: typeof handle = async (request, context) => {
      const response = await handle(request, context);
      if (response.ok) triggerDrain(request);
      return response;
    };
    return [method, handleAndDrain];
  });
  return route<Context>(Object.fromEntries(queueing));
}
