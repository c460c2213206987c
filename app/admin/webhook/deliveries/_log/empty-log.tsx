import { Button } from "#app/_components/ui/button.tsx";
import { describeFilters, type SetFilters } from "./describe-filters.ts";
import type { Filters } from "./filters.ts";

type EmptyLogProps = {
  filters: Filters;
  past: boolean;
  set: SetFilters;
  clear: () => void;
  nameOf: (endpointId: string) => string;
};

/** Replaces an empty log: nothing has left yet, or a filter, which is named, hides the rest. */
export function EmptyLog({ filters, past, set, clear, nameOf }: EmptyLogProps) {
  const active = describeFilters(filters, nameOf);
  if (active.length === 0 && !past) {
    return (
      <p className="mt-8 max-w-prose text-soft">
        Rien n’est encore parti. Chaque livre terminé laissera ici ses requêtes, leurs réponses et ce qu’il reste à
        faire.
      </p>
    );
  }
  return (
    <div className="mt-10 max-w-prose" role="status">
      <p className="font-serif text-xl">{past ? "Rien de plus ancien" : "Aucune livraison ne correspond"}</p>
      {active.length > 0 && (
        <>
          <p className="mt-1.5 text-soft">
            {active.length === 1
              ? "Un filtre cache le reste. Retirez-le :"
              : "Ces filtres, ensemble, cachent le reste. Retirez-en un :"}
          </p>
          <ul className="mt-4 flex flex-wrap gap-2">
            {active.map(({ words, without }) => (
              <li key={words}>
                <Button
                  className="text-sm whitespace-normal"
                  onClick={() => set(without)}
                  aria-label={`Retirer le filtre ${words}`}
                >
                  {words} <span aria-hidden="true">×</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button look="primary" className="mt-5" onClick={clear}>
        Tout afficher
      </Button>
    </div>
  );
}
