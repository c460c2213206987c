"use client";

import { Button } from "./button.tsx";

/** Replaces a part of the site that failed to render. */
export function Broken({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <div role="alert" className="mx-auto max-w-md pt-24 text-center">
      <h1 className="text-3xl">Une page s’est déchirée</h1>
      <p className="mt-3 text-soft">
        L’affichage a échoué ; vos livres et vos réglages n’ont rien. Réessayez, puis regardez le journal du serveur.
      </p>
      {digest && <p className="mt-2 font-mono text-xs text-faint">référence {digest}</p>}
      <Button look="primary" className="mt-7" onClick={retry}>
        Réessayer
      </Button>
    </div>
  );
}
