// `npm run bench`: the speeds that matter, each beside what bounds it, in one run on one machine; `-- long`: a long book.
import { freshDatabase, stopPostgres } from "#testing/database/postgres.ts";
import { findPostgres } from "#testing/machine/postgres.ts";
import { build, isBuilt } from "../scripts/setup/build.ts";
import { measureBook } from "./bench/book.ts";
import { reportDelivery, reportHanging, reportIsolation, reportLog, reportLong, reportResend } from "./bench/report.ts";

if (process.argv[2] === "long") {
  await reportLong();
  process.exit();
}
if (!isBuilt()) {
  console.info("🔨 Construction…");
  const { ok, output } = build();
  if (!ok) throw new Error(output);
}
const { wall, chain } = await measureBook();
console.info(`Livre de 8 chapitres, modèle à 1 s par appel, 8 chapitres à la fois
  ${wall.toFixed(2)} s pour une chaîne incompressible de ${chain.toFixed(0)} s, rapport ${(wall / chain).toFixed(2)} (but : ≤ 1,10)`);
await reportDelivery("Base embarquée", { DATABASE_URL: "" });
await reportIsolation({ DATABASE_URL: "" });
if (process.env.TEST_DATABASE_URL || findPostgres()) {
  const onFresh = async (report: (environment: Record<string, string>) => Promise<void>) => {
    const database = await freshDatabase();
    await report({ DATABASE_URL: database.url });
    await database.drop();
  };
  await onFresh((environment) => reportDelivery("Serveur Postgres", environment));
  for (const report of [reportIsolation, reportHanging, reportResend, reportLog]) await onFresh(report);
  await stopPostgres();
} else console.info("\nServeur Postgres : non mesuré, aucun sur cette machine (TEST_DATABASE_URL pour en donner un).");
