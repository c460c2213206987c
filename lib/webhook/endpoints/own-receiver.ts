import { env } from "../../env.ts";

const receiverPath = "/api/webhooks/book-completion";
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const isReceiverPath = (target: URL) => target.pathname.replace(/\/$/, "") === receiverPath;

/** Recognises the receiver of this deployment by its addresses: on this machine, on Vercel, and the public one. */
export function isOwnReceiver(url: string): boolean {
  const { PORT, PUBLIC_URL, VERCEL_URL, VERCEL_PROJECT_PRODUCTION_URL } = env();
  const target = URL.parse(url);
  if (!target || !isReceiverPath(target)) return false;
  if (PUBLIC_URL !== undefined && target.origin === new URL(PUBLIC_URL).origin) return true;
  if ([VERCEL_URL, VERCEL_PROJECT_PRODUCTION_URL].includes(target.host)) return true;
  return loopback.test(target.hostname) && Number(target.port || 80) === PORT;
}

/** @returns the address of this deployment's receiver, for a URL that has its path on this machine but another port */
export function ownReceiverInsteadOf(target: URL): string | undefined {
  const isElsewhere = isReceiverPath(target) && loopback.test(target.hostname) && !isOwnReceiver(target.href);
  return isElsewhere ? `http://localhost:${env().PORT}${receiverPath}` : undefined;
}
