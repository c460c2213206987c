import type { NextConfig } from "next";
import { compressStatic } from "./scripts/brotli.ts";

const headers = {
  "Content-Security-Policy": "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  // A sender follows no redirect: the receiver answers under both spellings.
  skipTrailingSlashRedirect: true,
  headers: async () => [
    { source: "/:path*", headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
  ],
  // The demonstration model reads its pages where the queue is worked.
  outputFileTracingIncludes: { "/api/queue/drain": ["./lib/generation/models/demo/chapters/*.md"] },
  compiler: { runAfterProductionCompile: ({ distDir }) => compressStatic(distDir) },
  serverExternalPackages: ["@electric-sql/pglite", "eld", "pg-boss", "pglite-prisma-adapter"],
};

export default config;
