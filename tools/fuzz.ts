import { readInteger, readOptions } from "./options.ts";

const usage = `npm run fuzz [-- --requests N] [--seed N] [--siege]

Envoie à une instance en production des requêtes de toutes sortes, sur toutes ses routes : méthodes, adresses, en-têtes,
corps, et du HTTP abîmé. Le code de sortie est 1 s’il vient un 5xx que le contrat ne nomme pas, une pile, une attente sans
fin, une santé lente ou une fuite.

  --requests N  nombre de requêtes, 5000 par défaut
  --seed N      graine du hasard, pour rejouer la même suite
  --siege       mesure plutôt des livraisons pendant que 500 clients lents et 200 envois d’inconnus assiègent l’instance
  --help        montre cette aide`;

const { values } = readOptions(usage, {
  requests: { type: "string", default: "5000" },
  seed: { type: "string" },
  siege: { type: "boolean", default: false },
});
const plan = {
  requests: readInteger("--requests", values.requests, 1),
  seed: values.seed === undefined ? undefined : readInteger("--seed", values.seed, 0),
};
// Loaded once the options are read, so that `--help` answers at once.
const { reportFuzz, reportSiege } = await import("./fuzz/report.ts");
process.exitCode = (await (values.siege ? reportSiege() : reportFuzz(plan))) ? 0 : 1;
