import type { Plan } from "./chaos/run.ts";
import { readInteger, readOptions } from "./options.ts";

const usage = `npm run chaos [-- --kills N] [--seed N] [--embedded | --functions]

Tue des processus au hasard (kill -9) pendant que des livres s’écrivent, puis compte ce qui a été perdu, rangé deux fois,
payé deux fois, changé en route ou envoyé sans laisser de trace. Le code de sortie est 1 si l’un de ces comptes n’est pas 0.

  --kills N    nombre de kill -9, 20 par défaut
  --seed N     graine du hasard, pour rejouer la même suite
  --embedded   une seule instance, qui s’envoie ses livres, sur sa base embarquée ; sinon un émetteur et un récepteur
               partagent un serveur Postgres, et chacun des trois peut mourir
  --functions  des fonctions comme chez Vercel : rien ne demeure, le disque ne s’écrit pas, PgBouncer est devant la base
  --help       montre cette aide`;

const { values } = readOptions(usage, {
  kills: { type: "string", default: "20" },
  seed: { type: "string" },
  embedded: { type: "boolean", default: false },
  functions: { type: "boolean", default: false },
});
const plan: Plan = {
  kills: readInteger("--kills", values.kills, 1),
  seed: values.seed === undefined ? undefined : readInteger("--seed", values.seed, 0),
  where: values.functions ? "functions" : values.embedded ? "embedded" : "servers",
};
// Loaded once the options are read, so that `--help` answers at once.
const { runChaos } = await import("./chaos/run.ts");
process.exitCode = (await runChaos(plan)) ? 0 : 1;
