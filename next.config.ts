import type { NextConfig } from "next";

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ["@electric-sql/pglite", "pg-boss", "pglite-prisma-adapter"],
};

export default config;
