import { freshDatabase, stopPostgres } from "#testing/database/postgres.ts";
import { findPostgres } from "#testing/machine/postgres-binaries.ts";
import { ensureBuild } from "../ensure-build.ts";
import {
  reportBook,
  reportDelivery,
  reportDeliveryLog,
  reportHangingEndpoints,
  reportIsolation,
  reportResend,
  reportServerProcess,
} from "./report.ts";

type Report = (variables: Record<string, string>) => Promise<void>;

async function onFreshDatabase(report: Report) {
  const database = await freshDatabase();
  await report({ DATABASE_URL: database.url });
  await database.drop();
}

/** Measures and prints everything but the long book. */
export async function measureEverything() {
  await ensureBuild();
  await reportServerProcess("base embarquée", { DATABASE_URL: "" }, 700);
  await reportBook();
  await reportDelivery("Base embarquée", { DATABASE_URL: "" });
  await reportIsolation({ DATABASE_URL: "" });
  if (!process.env.TEST_DATABASE_URL && !findPostgres()) {
    console.info("\nServeur Postgres : non mesuré, aucun sur cette machine (TEST_DATABASE_URL pour en donner un).");
    return;
  }
  await onFreshDatabase((variables) => reportServerProcess("serveur Postgres", variables, 350));
  const reportOnServer: Report = (variables) => reportDelivery("Serveur Postgres", variables);
  const reports = [reportOnServer, reportIsolation, reportHangingEndpoints, reportResend, reportDeliveryLog];
  for (const report of reports) await onFreshDatabase(report);
  await stopPostgres();
}
