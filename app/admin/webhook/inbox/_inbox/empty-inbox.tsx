import { Button } from "#app/_components/ui/button.tsx";

/** Replaces an empty inbox: nothing has come yet, or the filters hide it. */
export function EmptyInbox({ narrowed, clear }: { narrowed: boolean; clear: () => void }) {
  if (!narrowed) {
    return (
      <p className="mt-8 max-w-prose text-soft">
        Rien n’est encore arrivé. Chaque événement accepté paraîtra ici, avec sa preuve d’origine et le livre qu’il a
        apporté.
      </p>
    );
  }
  return (
    <div className="mt-10 max-w-prose" role="status">
      <p className="font-serif text-xl">Aucun événement ne correspond</p>
      <p className="mt-1.5 text-soft">Les filtres choisis, ensemble, cachent tout ce qui a été reçu.</p>
      <Button look="primary" className="mt-5" onClick={clear}>
        Tout afficher
      </Button>
    </div>
  );
}
