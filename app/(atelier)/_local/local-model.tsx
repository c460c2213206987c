import { connection } from "next/server";
import { Link } from "#app/_components/ui/link.tsx";
import { findLocalModelToTry } from "#lib/generation/choice/local-model.ts";

/** Tells that a model answers on this machine, to somebody who has set none. */
export async function LocalModel() {
  await connection();
  const found = await findLocalModelToTry();
  if (!found) return null;
  return (
    <p className="pt-6 text-soft">
      Un modèle local répond{"\u202f: "}
      <span className="[overflow-wrap:anywhere] text-ink">
        {found.model} ({found.server})
      </span>
      {", "}
      <Link href="/admin/models" className="underline decoration-edge underline-offset-3 hover:decoration-ink">
        l’essayer
      </Link>
      .
    </p>
  );
}
