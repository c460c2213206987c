import { readOptions, refuse } from "./options.ts";

const usage = `npm run bench [-- long]

Mesure les vitesses qui comptent, chacune à côté de ce qui la borne, sur cette machine : un livre, puis les envois sur la
base embarquée et sur un serveur Postgres.

  long     mesure seulement un livre de 300 000 mots : mémoire, boucle d’événements, lecture de ses données
  --help   montre cette aide

TEST_DATABASE_URL donne le serveur Postgres ; sinon il en est démarré un s’il y en a sur cette machine.`;

const { positionals } = readOptions(usage, {}, { allowPositionals: true });
const name = positionals.join(" ");
if (name !== "" && name !== "long") refuse(`Mesure inconnue : ${name}. La seule qui se demande à part est « long ».`);

// Loaded once the options are read, so that `--help` answers at once.
if (name === "long") await (await import("./bench/report.ts")).reportLongBook();
else await (await import("./bench/run.ts")).measureEverything();
