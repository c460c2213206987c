import { type NextRequest, NextResponse } from "next/server";
import { guard } from "#lib/door.ts";

/**
 * The receiver is open, and the routes of files ask the door themselves: what this matches has its body cut at 10 MB.
 * Where the server of `npm start` stands in front of Next, it has asked the same before.
 */
export function proxy({ method, url, headers }: NextRequest): NextResponse {
  const refusal = guard({ method, pathname: new URL(url).pathname, headers });
  if (!refusal) return NextResponse.next();
  const { status, body, headers: own } = refusal;
  return typeof body === "string"
    ? new NextResponse(body, { status, headers: own })
    : NextResponse.json(body, { status, headers: own });
}

export const config = {
  matcher: [
    "/((?!api/webhooks/book-completion/?$|api/(?:manuscripts|documents)/?$|health/?$|api/health/?$|_next/static/).*)",
  ],
};
