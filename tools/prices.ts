import path from "node:path";
import { readOptions, refuse } from "./options.ts";
import { refreshPrices } from "./prices/refresh.ts";

const list = "https://ai-gateway.vercel.sh/v1/models";

const usage = `npm run prices

Renouvelle les prix, les fenêtres et les aptitudes des modèles (lib/generation/money/prices.json) d’après la liste publique
de l’AI Gateway. Un modèle qui n’y est plus garde sa ligne et sa date ; ce que la liste ne dit pas reste inconnu. Les prix
valent au prochain démarrage, après npm run build.

  --from URL   une autre adresse de la même liste
  --help       montre cette aide`;

const { values } = readOptions(usage, { from: { type: "string", default: list } });
const file = path.join(import.meta.dirname, "../lib/generation/money/prices.json");
const day = new Date().toISOString().slice(0, 10);
try {
  const { updated, added, kept } = await refreshPrices({ url: values.from, file, day });
  console.info(`✅ Lignes renouvelées : ${updated.length} ; ajoutées : ${added.length}.`);
  if (kept.length > 0) console.info(`⚠️ Absents de la liste, gardés avec leur date : ${kept.join(", ")}`);
} catch (error) {
  refuse(
    `Les prix sont restés tels quels : la liste n’a pas pu être lue (${error instanceof Error ? error.message : error}).`,
  );
}
