import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,lib}/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: { LOG_FORMAT: "text" },
  },
});
