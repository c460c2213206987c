import { tmpdir } from "node:os";

/** A function's disk: nothing can be written but under the system's temporary folder. */
const readOnlyDisk = [
  "--permission",
  "--allow-fs-read=*",
  `--allow-fs-write=${tmpdir()}`,
  "--allow-worker",
  "--allow-child-process",
  "--allow-addons",
];

/** The arguments of Node that serve the built pages and routes as Vercel does, without a process that works the queue. */
export const functionArgs = (port: number | string): string[] => [
  ...readOnlyDisk,
  "node_modules/next/dist/bin/next",
  "start",
  "-H",
  "127.0.0.1",
  "-p",
  String(port),
];

export const cronSecret = "le-secret-du-planificateur";

export const functionEnv = (functionSeconds: number): Record<string, string> => ({
  VERCEL: "1",
  VERCEL_ENV: "preview",
  ENVIRONMENT: "development",
  FUNCTION_SECONDS: String(functionSeconds),
  CRON_SECRET: cronSecret,
  APP_SECRET: "un-secret-de-trente-deux-signes-au-moins",
});
