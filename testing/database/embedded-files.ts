import { globSync } from "node:fs";

/**
 * The test files that run a second time, on the embedded database, when all run on a server: where it differs from one
 * (one connection, its own adapter, claims that a dead process left, no notifications from elsewhere), and one of each
 * kind of work on it.
 */
export const embeddedFiles = globSync([
  // Claims, and a process that dies or a database that fails.
  "lib/queue/queue.test.ts",
  "lib/workers.test.ts",
  "lib/webhook/delivery/claim.test.ts",
  "lib/webhook/resend/bulk-resend-crash.test.ts",
  "lib/generation/worker/{race,outage}.test.ts",
  // One of each kind of work: a book, what is followed live, a delivery, a reception, a page of the log, what is pruned.
  "lib/generation/book.test.ts",
  "lib/generation/live/live.test.ts",
  "lib/webhook/delivery/delivery.test.ts",
  "lib/library/{receive,inbox}.test.ts",
  "lib/webhook/log/page.test.ts",
  "lib/{adoption,retention}.test.ts",
  "app/api/health/health.test.ts",
]);
