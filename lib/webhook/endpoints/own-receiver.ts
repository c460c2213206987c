import { env } from "../../env.ts";

const receiverPath = "/api/webhooks/book-completion";
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Recognises the receiver of this deployment by its addresses: on this machine, on Vercel, and the public one. */
export function isOwnReceiver(url: string): boolean {
  const { PORT, PUBLIC_URL, VERCEL_URL, VERCEL_PROJECT_PRODUCTION_URL } = env();
  const target = URL.parse(url);
  if (!target || target.pathname.replace(/\/$/, "") !== receiverPath) return false;
  if (PUBLIC_URL !== undefined && target.origin === new URL(PUBLIC_URL).origin) return true;
  if ([VERCEL_URL, VERCEL_PROJECT_PRODUCTION_URL].includes(target.host)) return true;
  return loopback.test(target.hostname) && Number(target.port || 80) === PORT;
}
