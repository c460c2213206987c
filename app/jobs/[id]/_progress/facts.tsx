/** What a fact is called, and what it is; without the second, it is not shown. */
export type Fact = [name: string, value: string | undefined];

/** Lists what is known of a job. */
export function Facts({ id, title, lines }: { id: string; title: string; lines: Fact[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b border-line pb-2 text-lg">
        {title}
      </h2>
      <dl className="divide-y divide-line text-sm">
        {lines.map(
          ([name, value]) =>
            value && (
              <div key={name} className="grid grid-cols-[6rem_1fr] gap-3 py-2.5">
                <dt className="text-faint">{name}</dt>
                <dd className="line-clamp-6 min-w-0 text-soft">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
