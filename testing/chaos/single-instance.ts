import { startApp } from "../app/app.ts";
import { freePort } from "../machine/free-port.ts";
import { startOutsideServices } from "./outside-services.ts";
import type { KillableProcess } from "./system.ts";

type Options = { latencyMs?: number; env?: Record<string, string> };

/**
 * One Sorami that may be killed and sends its books to itself, with the services around it.
 * @returns the system, and in `env` what further instances are to be started with
 */
export async function startSingleInstance({ latencyMs = 100, env = {} }: Options = {}) {
  const port = await freePort();
  const webhookUrl = `http://127.0.0.1:${port}/api/webhooks/book-completion`;
  const services = await startOutsideServices({ webhookUrl, latencyMs, retryDelay: "200ms" });
  const { model, search, webhookProxy } = services;
  const variables = { ...services.env, ...env };
  const app = await startApp({ port, env: variables });
  return {
    model,
    search,
    webhookProxy,
    app,
    senderUrl: app.url,
    receiverUrl: app.url,
    killable: [{ name: "Sorami", kill: () => app.restart(), outputAtExit: app.lastWords }] as [KillableProcess],
    env: variables,
    async close() {
      await Promise.all([app.close(), services.close()]);
    },
  };
}
export type SingleInstance = Awaited<ReturnType<typeof startSingleInstance>>;
