// Test files that share a process leave nothing of theirs to the next: neither variables, nor what stands on
// `globalThis`, nor the state of our own modules. Packages and threads stay, which is why the process is shared.
import { afterAll, vi } from "vitest";

const before = { ...process.env };
const kept = ["document.threads", "database.schema-engine"];

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  const { sorami = new Map() } = globalThis as { sorami?: Map<string, unknown> };
  for (const name of sorami.keys()) if (!kept.includes(name)) sorami.delete(name);
  vi.resetModules();
});
