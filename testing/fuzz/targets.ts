import fc from "fast-check";
import { servedRoutes } from "../app/routes.ts";

const ids = fc.oneof(
  fc.constantFrom(
    ...["0198b3a4-0000-7000-8000-000000000000", "default", "1", "0", "-1", "1e9", "null", "undefined", "__proto__"],
    ...[
      "%00",
      "%ff",
      "%2e%2e",
      "..%2f..%2f",
      "%c0%af",
      "é",
      "%E2%80%AE",
      "%",
      "%zz",
      "a%20b",
      "'--",
      "[id]",
      "..",
      ".",
    ],
  ),
  fc.string({ maxLength: 20 }).map(encodeURIComponent),
  fc.integer({ min: 1000, max: 9000 }).map((length) => "a".repeat(length)),
);

const queries = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "",
      "",
      "?",
      "?limit=0",
      "?limit=-1",
      "?limit=1e9",
      "?cursor=%00",
      "?cursor=x",
      "?job_id=%00",
      "?status=nope",
    ],
    ...[
      "?limit=100&limit=1",
      "?since=hier",
      "?__proto__=x",
      "?_rsc=1",
      "?version=0",
      "?%ff=%ff",
      "?a=%",
      "?q=%F0%9F",
      "#x",
    ],
  ),
  fc.webQueryParameters({ size: "small" }).map((text) => `?${text}`),
);

const oddTargets = fc.oneof(
  fc.constantFrom(
    ...["*", "//x", "/\\x", "/", "", "x", "http://localhost/health", "http://x/api/books", "http://[::1/", "https://"],
    ...[
      "/_next/static/x.js",
      "/_next/static/..%2f..%2fapi",
      "/_next/image?url=%2F&w=1&q=1",
      "/_next/data/x/a.json",
      "/_next/hmr",
    ],
    ...["/api/practice/hang", "/api/nope", "/.git/config", "/index.rsc", "/favicon.ico", "/robots.txt", "/health%00"],
  ),
  fc.webUrl(),
  fc.webPath(),
);

const routes = servedRoutes().map(({ path }) => path);
export const targets = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...routes), ids, queries) },
  { weight: 1, arbitrary: fc.tuple(oddTargets, ids, fc.constant("")) },
);
export const openId = /[0-9a-f]{8}-0000-7000-8000-[0-9a-f]{12}/g;
