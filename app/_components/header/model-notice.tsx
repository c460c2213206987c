import { connection } from "next/server";
import { currentModel } from "#lib/generation/choice/current-model.ts";
import { Link } from "../ui/link.tsx";
import { Mark } from "../ui/mark.tsx";
import { HeaderPopover } from "./header-popover.tsx";

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
            {problem ? "Le modèle n’est pas prêt" : id}
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
        {demo ? "Pour un vrai livre" : "Pour en changer"}, choisissez un modèle, ou saisissez une clé, à la page{" "}
        <Link href="/admin/models" className="text-ink underline decoration-edge underline-offset-3">
          Modèles
        </Link>
        . Ou définissez dans <span className={code}>.env</span> la clé d’un fournisseur (
        <span className={code}>MISTRAL_API_KEY</span>…) ou <span className={code}>BOOK_MODEL</span>, puis redémarrez.
      </p>
    </HeaderPopover>
  );
}
