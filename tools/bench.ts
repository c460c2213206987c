import { freshDatabase, stopPostgres } from "#testing/database/postgres.ts";
import { findPostgres } from "#testing/machine/postgres-binaries.ts";
import {
  reportBook,
  reportDelivery,
  reportDeliveryLog,
  reportHangingEndpoints,
  reportIsolation,
  reportLongBook,
  reportResend,
} from "./bench/report.ts";
import { ensureBuild } from "./ensure-build.ts";
import { readOptions, refuse } from "./options.ts";

const usage = `npm run bench [-- long]

Mesure les vitesses qui comptent, chacune à côté de ce qui la borne, sur cette machine : un livre, puis les envois sur la
base embarquée et sur un serveur Postgres.

  long     mesure seulement un livre de 300 000 mots : mémoire, boucle d’événements, lecture de ses données
  --help   montre cette aide

TEST_DATABASE_URL donne le serveur Postgres ; sinon il en est démarré un s’il y en a sur cette machine.`;

type Report = (variables: Record<string, string>) => Promise<void>;

async function onFreshDatabase(report: Report) {
  const database = await freshDatabase();
  await report({ DATABASE_URL: database.url });
  await database.drop();
}

async function measureEverything() {
  ensureBuild();
  await reportBook();
  await reportDelivery("Base embarquée", { DATABASE_URL: "" });
  await reportIsolation({ DATABASE_URL: "" });
  if (!process.env.TEST_DATABASE_URL && !findPostgres()) {
    console.info("\nServeur Postgres : non mesuré, aucun sur cette machine (TEST_DATABASE_URL pour en donner un).");
    return;
  }
  const reportOnServer: Report = (variables) => reportDelivery("Serveur Postgres", variables);
  const reports = [reportOnServer, reportIsolation, reportHangingEndpoints, reportResend, reportDeliveryLog];
  for (const report of reports) await onFreshDatabase(report);
  await stopPostgres();
}

const { positionals } = readOptions(usage, {}, { allowPositionals: true });
const [what, ...others] = positionals;
if (what === undefined) await measureEverything();
else if (what === "long" && others.length === 0) await reportLongBook();
else refuse(`Mesure inconnue : ${positionals.join(" ")}. La seule qui se demande à part est « long ».`);
