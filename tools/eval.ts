import { readInteger, readOptions, refuse } from "./options.ts";

const usage = `npm run eval [-- --model FOURNISSEUR:MODÈLE] [--cases CAS] [--parallel N] [--out FICHIER]

Écrit des livres sur une liste fixe de sujets, et rend leurs fiches de qualité en un tableau Markdown.

  --model M      modèle qui écrit seul tous les rôles ; sinon ceux de la configuration, ou « demo »
  --cases CAS    un nombre prend les premiers cas, des noms séparés par des virgules ceux-là ; tous par défaut
  --parallel N   nombre de livres à la fois, 1 par défaut
  --out FICHIER  écrit le tableau dans un fichier, et non sur la sortie standard
  --help         montre cette aide`;

const { values } = readOptions(usage, {
  model: { type: "string" },
  cases: { type: "string" },
  parallel: { type: "string", default: "1" },
  out: { type: "string" },
});
const parallel = readInteger("--parallel", values.parallel, 1);

// Loaded once the options are read, so that `--help` answers at once.
const { runEval } = await import("./eval/run.ts");
await runEval({ ...values, parallel }).catch((error) => {
  if (error instanceof RangeError) refuse(error.message);
  console.error(error);
  process.exit(1);
});
