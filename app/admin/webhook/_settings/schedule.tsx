import { count, duration } from "#app/_components/text/numbers.ts";

/** Tells the retry schedule in sentences. */
export function Schedule({ delays }: { delays: number[] }) {
  const [first = 0, ...later] = delays;
  return (
    <section aria-labelledby="reprises">
      <h2 id="reprises" className="text-lg">
        Si l’envoi échoue
      </h2>
      <p className="mt-1.5 text-sm text-soft">
        {count(delays.length, "essai")} au plus. Le premier part {first ? `après ${duration(first)}` : "aussitôt"}
        {later.length > 0 && (
          <>
            , les suivants après une attente de {later.slice(0, -1).map(duration).join(", ")}
            {later.length > 1 && " et "}
            {duration(later.at(-1) ?? 0)}, à 20 % près
          </>
        )}
        . Un redémarrage n’en perd aucun. Ensuite, le livre attend qu’une personne le renvoie.
      </p>
      <p className="mt-3 text-sm text-soft">
        Une réponse est attendue 30 s. Seule une réponse 2xx compte pour une réception ; un 410 désactive l’envoi.
      </p>
    </section>
  );
}
