import { type ReaderReport, type ReportQuestion, reportQuestions } from "#lib/contract/report.ts";

const names: Record<ReportQuestion, string> = {
  subject: "Tient son sujet",
  truth: "Sans erreur ni contradiction",
  order: "Se suit bien",
  clarity: "Se comprend",
  depth: "Va au fond",
  pleasure: "Donne envie de continuer",
};

/** Lists what a model said of each chapter, question by question, with the passages that it quotes. */
export function Report({ report: { answers, partly_read } }: { report: ReaderReport }) {
  const asked = reportQuestions.filter((name) => answers.some(({ question }) => question === name));
  if (asked.length === 0) return <p className="py-2 text-sm text-soft">Rien de lisible n’a été rendu.</p>;
  return (
    <>
      <p className="py-2 text-sm text-pretty text-soft">
        C’est l’avis d’un modèle{"\u202f"}: il peut se tromper. Chaque passage cité est bien dans le chapitre.
        {partly_read.length > 0 && ` Des plus longs (${partly_read.join(", ")}), il n’a lu que le début.`}
      </p>
      {asked.map((name) => (
        <section key={name} aria-labelledby={`lecture-${name}`} className="mt-4">
          <h3 id={`lecture-${name}`} className="border-b border-line pb-1.5 text-[1.0625rem]">
            {names[name]}
          </h3>
          <ol className="divide-y divide-line text-sm">
            {answers
              .filter(({ question }) => question === name)
              .map(({ chapter, mark, said, quotes }) => (
                <li key={chapter} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 py-3">
                  <p className="text-ink tabular-nums">
                    <span className="sr-only">Chapitre {chapter}, note </span>
                    {mark}
                    <span className="text-faint"> / 5</span>
                  </p>
                  <div className="min-w-0">
                    <p className="text-pretty text-soft">
                      <span aria-hidden="true" className="mr-2 text-faint">
                        ch. {chapter}
                      </span>
                      <bdi>{said}</bdi>
                    </p>
                    {quotes.map((quote) => (
                      <blockquote
                        key={quote}
                        className="mt-1.5 border-l-2 border-edge pl-3 font-serif text-[0.9375rem]/6 text-soft"
                      >
                        <bdi>{quote}</bdi>
                      </blockquote>
                    ))}
                  </div>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}
