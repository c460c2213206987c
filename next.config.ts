import type { NextConfig } from "next";

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
  serverExternalPackages: ["@electric-sql/pglite", "eld", "pg-boss", "pglite-prisma-adapter"],
};

export default config;
