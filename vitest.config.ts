import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { embeddedFiles } from "./testing/database/embedded-files.ts";

const all = globSync("{app,lib,scripts,testing,tools}/**/*.test.ts");

/** These measure their own processor time, or run on a quick clock that a stall puts ahead: they run last, one for each core. */
const alone = globSync([
  "lib/http-client/hostile.test.ts",
  "lib/webhook/delivery/isolation.test.ts",
  "lib/generation/linear.test.ts",
  "lib/generation/models/wire/burst.test.ts",
  "lib/generation/research/hostile.test.ts",
  "lib/generation/{chapter,quality}/stall.test.ts",
  "lib/generation/parallel.test.ts",
  "lib/generation/rate-limit/ten-books.test.ts",
  "tools/bench/long-book.test.ts",
]);

/** The harnesses that open a database, and the folders of the tests that open one without a harness. */
const opensDatabase =
  /#testing\/(database\/|harness\/(generation|delivery|bulk-resend|models)\.ts)|^(lib\/database|tools\/eval)\//;
const withDatabase = all.filter((file) => opensDatabase.test(file) || opensDatabase.test(readFileSync(file, "utf8")));

const without = (files: string[], ...others: string[][]) => files.filter((file) => !others.flat().includes(file));
/** Files of a project share a process, since loading packages takes longer than most tests. */
const shared = { isolate: false, setupFiles: "testing/isolate.ts" };
const globalSetup = "testing/database/template.ts";
const onServer = Boolean(process.env.TEST_DATABASE_URL);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    /** Tests wait more than they work: three workers leave half of two cores idle, and the build works beside them. */
    maxWorkers: 4,
    expect: { poll: { timeout: 20_000 } },
    env: { LOG_FORMAT: "text" },
    projects: [
      {
        extends: true,
        test: { ...shared, name: "sans-base", include: without(all, withDatabase, alone) },
      },
      {
        extends: true,
        test: { ...shared, name: "avec-base", include: without(withDatabase, alone), globalSetup },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "embarquée",
          include: onServer ? embeddedFiles : [],
          env: { TEST_DATABASE_URL: "" },
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: "seuls",
          include: alone,
          globalSetup,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
