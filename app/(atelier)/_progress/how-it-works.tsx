const lines = [
  ["Un sujet, une intention", "Deux phrases suffisent. Le reste — titre, longueur, ton — peut rester ouvert."],
  ["Recherche, plan, chapitres", "Le plan paraît d’abord, puis les chapitres s’écrivent côte à côte, sous vos yeux."],
  ["La livraison", "Le livre terminé part par webhook. Dès qu’il est reçu, il prend place en bibliothèque."],
] as const;

/** Explains the workshop while it is empty. */
export function HowItWorks() {
  return (
    <ol className="mt-6 space-y-6">
      {lines.map(([title, text], index) => (
        <li key={title} className="grid grid-cols-[1.75rem_1fr]">
          <span aria-hidden="true" className="font-serif text-lg text-accent">
            {index + 1}
          </span>
          <div>
            <h3 className="text-[1.0625rem]">{title}</h3>
            <p className="mt-1 text-soft">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
