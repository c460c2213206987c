import { defineConfig } from "vitest/config";

/** What measures time would measure its neighbours, and nineteen books at once starve theirs: these run last, one by one. */
const alone = [
  "lib/webhook/delivery/isolation.test.ts",
  "lib/generation/{chapter,quality}/stall.test.ts",
  "lib/generation/{long-book,misbehaviours,parallel,pacing/ten-books}.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
    globalSetup: "testing/database/template.ts",
    env: { LOG_FORMAT: "text" },
    projects: [
      {
        extends: true,
        test: {
          name: "pièces",
          include: ["{app,lib,scripts,testing,tools}/**/*.test.ts"],
          exclude: alone,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "seuls", include: alone, fileParallelism: false, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
