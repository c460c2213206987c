import { randomBytes, randomInt } from "node:crypto";
import { type App, startApp } from "#testing/app/app.ts";
import { fuzz } from "#testing/fuzz/run.ts";
import { besiege } from "#testing/fuzz/siege.ts";
import { ensureBuild } from "../ensure-build.ts";

const limits = { healthMs: 300, descriptors: 20, memoryMiB: 150, slowdown: 2 };
const delivered = 300;

async function onProduction<Result>(work: (app: App, keys: { token: string; secret: string }) => Promise<Result>) {
  await ensureBuild();
  const [token, secret] = [randomBytes(24).toString("hex"), randomBytes(24).toString("hex")];
  const env = { ENVIRONMENT: "production", HOST: "127.0.0.1", BOOK_MODEL: "demo" };
  const app = await startApp({ env: { ...env, ADMIN_TOKEN: token, WEBHOOK_SECRET: secret } });
  try {
    return await work(app, { token, secret });
  } finally {
    await app.close();
  }
}

/** Prints what fuzzed requests met. @returns whether all was as it must be */
export async function reportFuzz({
  requests,
  seed = randomInt(2 ** 31),
}: {
  requests: number;
  seed?: number | undefined;
}) {
  console.info(`Graine ${seed}, ${requests} requêtes`);
  const seen = await onProduction((app, keys) => fuzz(app, { seed, count: requests, ...keys }));
  const statuses = Object.entries(seen.statuses).map(([status, count]) => `${status} × ${count}`);
  console.info(`  réponses : ${statuses.join(", ")}
  santé, au plus lent : ${seen.slowestHealthMs} ms (but : < ${limits.healthMs})
  descripteurs en plus : ${seen.descriptors} (but : < ${limits.descriptors})
  mémoire en plus : ${seen.memoryMiB} Mio (but : < ${limits.memoryMiB})
  fautes : ${seen.faults.length}`);
  for (const fault of seen.faults) console.info(`    ${fault}`);
  return (
    seen.faults.length === 0 &&
    seen.slowestHealthMs < limits.healthMs &&
    seen.descriptors < limits.descriptors &&
    seen.memoryMiB < limits.memoryMiB
  );
}

/** Prints how deliveries fare under siege. @returns whether they fare as they must */
export async function reportSiege() {
  const seen = await onProduction((app, { secret }) => besiege(app, { secret, count: delivered }));
  const { quietP99Ms, besiegedP99Ms, grownMiB, refused } = seen;
  console.info(`500 clients lents et 200 envois d’inconnus à la fois, pendant ${delivered} livraisons
  p99 au calme ${quietP99Ms} ms, assiégée ${besiegedP99Ms} ms (but : ≤ ${limits.slowdown} fois)
  mémoire en plus : ${grownMiB} Mio (but : < ${limits.memoryMiB})
  livraisons refusées : ${refused} (but : 0)`);
  return refused === 0 && besiegedP99Ms <= limits.slowdown * quietP99Ms && grownMiB < limits.memoryMiB;
}
