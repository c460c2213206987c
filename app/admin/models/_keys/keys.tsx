import type { ModelKeyView } from "#lib/contract/model.ts";
import { KeyRow } from "./key-row.tsx";

export function Keys({ keys }: { keys: ModelKeyView[] }) {
  return (
    <section aria-labelledby="cles">
      <h2 id="cles" className="border-b border-line pb-2 text-lg">
        Clés
      </h2>
      <p className="mt-3 text-sm text-soft">
        Une clé saisie ici est chiffrée, sert à la place de sa variable, et ne s’affiche plus.
      </p>
      <ul className="mt-2 divide-y divide-line">
        {keys.map((key) => (
          <KeyRow key={key.provider} keyView={key} />
        ))}
      </ul>
    </section>
  );
}
