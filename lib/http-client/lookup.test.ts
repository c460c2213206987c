import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lookup, setLookup } from "./lookup.ts";

/** Time goes from timer to timer. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }).setTimerTickMode("nextTimerAsync");
});
afterEach(() => {
  vi.useRealTimers();
  setLookup();
  vi.unstubAllEnvs();
});

const dead = ["a", "b", "c", "d"].map((name) => `${name}.mort.example`);
const deadMs = 1500;

/** The system's resolver: some threads, one question after another on each; a dead name holds its thread until it is given up. */
function systemOf(threads: number) {
  const queue: (() => void)[] = [];
  let free = threads;
  const asked: string[] = [];
  const held = { now: 0, most: 0 };
  const recovered = new Set<string>();
  setLookup(async (hostname) => {
    if (free === 0) await new Promise<void>((go) => queue.push(go));
    else free -= 1;
    asked.push(hostname);
    const gone = dead.includes(hostname) && !recovered.has(hostname);
    if (gone) {
      held.now += 1;
      held.most = Math.max(held.most, held.now);
      await new Promise((given) => setTimeout(given, deadMs));
      held.now -= 1;
    }
    const next = queue.shift();
    if (next) next();
    else free += 1;
    if (gone) throw Object.assign(new Error(hostname), { code: "EAI_AGAIN" });
    return ["192.0.2.1"];
  });
  return { asked, held, recovered };
}

const askDead = () => Promise.allSettled(dead.map(lookup));

test("des noms dont le DNS est mort tiennent la moitié des fils : les autres noms n’attendent jamais derrière eux", async () => {
  vi.stubEnv("UV_THREADPOOL_SIZE", "8");
  const system = systemOf(4);
  await askDead();
  expect(system.held.most).toBe(4);
  system.held.most = 0;
  system.asked.length = 0;
  const again = askDead();
  expect(await lookup("vivant.example")).toEqual(["192.0.2.1"]);
  expect(system.asked).toEqual([...dead.slice(0, 2), "vivant.example"]);
  expect((await again).map(({ status }) => status)).toEqual(dead.map(() => "rejected"));
  expect(system.held.most).toBe(2);
  expect(system.asked.slice(3)).toEqual(dead.slice(2));
});

test("un nom lent qui répond de nouveau n’attend plus derrière les morts", async () => {
  vi.stubEnv("UV_THREADPOOL_SIZE", "8");
  const system = systemOf(4);
  await askDead();
  system.recovered.add("a.mort.example");
  await lookup("a.mort.example");
  system.asked.length = 0;
  const others = Promise.allSettled(dead.slice(1).map(lookup));
  await lookup("a.mort.example");
  expect(system.asked).toEqual(["b.mort.example", "c.mort.example", "a.mort.example"]);
  await others;
});

test("qui n’a attendu que derrière des noms morts n’en devient pas un nom lent", async () => {
  vi.stubEnv("UV_THREADPOOL_SIZE", "4");
  const system = systemOf(2);
  const first = askDead();
  expect(await lookup("vivant.example")).toEqual(["192.0.2.1"]);
  await first;
  system.asked.length = 0;
  const again = askDead();
  await lookup("vivant.example");
  expect(system.asked).toEqual(["a.mort.example", "vivant.example"]);
  await again;
});

test("des questions simultanées sur un nom n’en font qu’une", async () => {
  const system = systemOf(2);
  await Promise.all([lookup("vivant.example"), lookup("vivant.example")]);
  await lookup("vivant.example");
  expect(system.asked).toHaveLength(2);
});

test.skipIf(process.platform !== "linux")("le serveur a 32 fils, quoi qu’il ait fait avant de servir", () => {
  // Instead of ending when it refuses to start, the server gives its pool something to do and counts itself.
  const instead = `import { readdirSync } from "node:fs";
    import { stat } from "node:fs/promises";
    const threads = () => readdirSync("/proc/self/task").length;
    const exit = process.exit;
    // Code after the refusal runs on what is missing.
    process.on("uncaughtException", () => {});
    process.exit = () => {
      const before = threads();
      stat(".").then(() => { process.stdout.write("fils " + (threads() - before) + "\\n"); exit(0); });
    };`;
  const { UV_THREADPOOL_SIZE, ...environment } = process.env;
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(instead)}`, "scripts/serve.ts"],
    { cwd: path.resolve(import.meta.dirname, "../.."), env: { ...environment, PORT: "aucun" }, encoding: "utf8" },
  );
  expect(stdout).toMatch(/^fils 32$/m);
});
