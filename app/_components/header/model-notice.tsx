import { connection } from "next/server";
import { currentModel } from "#lib/generation/choice/current-model.ts";
import { providers } from "#lib/generation/models/configured.ts";
import { Mark } from "../ui/mark.tsx";
import { HeaderPopover } from "./header-popover.tsx";

const variables = Object.values(providers).map(({ key }) => key);
const code = "font-mono text-[0.8125rem] text-ink";

/** Names the model that writes, and explains how to change it. */
export async function ModelNotice() {
  await connection();
  const { id, demo, problem } = await currentModel();
  return (
    <HeaderPopover
      title={demo ? "Modèle de démonstration" : "Le modèle qui écrit"}
      label={
        demo ? (
          <>
            <span className="sm:hidden">Démonstration · </span>
            <span className="max-sm:hidden">Modèle de démonstration · </span>
            <span className="underline decoration-edge underline-offset-3">ajouter une clé</span>
          </>
        ) : (
          <span className="inline-flex items-center gap-2">
            {problem && <Mark kind="failed" />}
            {problem ? "Clé du modèle manquante" : id}
          </span>
        )
      }
    >
      {demo && (
        <p>
          Sans clé, Sorami compose un texte factice : tout fonctionne de la commande à la livraison, sauf l’écriture.
        </p>
      )}
      {problem && <p className="text-fail">{problem}</p>}
      <p>
        {demo ? "Pour un vrai livre, définissez" : "Pour en changer, définissez"} dans{" "}
        <span className={code}>.env</span> l’une de ces clés, puis redémarrez :
      </p>
      <ul className={`space-y-0.5 ${code}`}>
        {variables.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p>
        <span className={code}>BOOK_MODEL</span> choisit le modèle, par exemple{" "}
        <span className={code}>mistral:mistral-large-latest</span>, ou un serveur à vous avec{" "}
        <span className={code}>openai-compatible:qwen3:8b</span> et{" "}
        <span className={`${code} break-all`}>OPENAI_COMPATIBLE_BASE_URL</span>.
      </p>
    </HeaderPopover>
  );
}
