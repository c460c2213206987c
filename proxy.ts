import { type NextRequest, NextResponse } from "next/server";
import { guard } from "#lib/door.ts";

export const proxy = (request: NextRequest) => guard(request) ?? NextResponse.next();

export const config = {
  matcher: ["/((?!api/webhooks/book-completion/?$|health/?$|api/health/?$|_next/static/).*)"],
};
