import { count } from "#app/_components/text/numbers.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Mark } from "#app/_components/ui/mark.tsx";
import type { InboxView } from "#lib/contract/inbox.ts";
import { showUnseen } from "#lib/contract/unseen.ts";
import { describeEntry, kindOf } from "./describe-entry.ts";
import { EntryDetails } from "./entry-details.tsx";
import { Proof } from "./proof.tsx";
import { RunAgain } from "./run-again.tsx";

export function InboxRow({ entry, changed }: { entry: InboxView; changed: () => void }) {
  const { mark, words } = describeEntry(entry);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3.5 py-4">
      <span className="flex h-[1.5em] items-center">
        <Mark kind={mark} />
      </span>
      <div className="min-w-0">
        <p>
          {entry.title && <span className="font-serif text-base leading-snug">{entry.title} · </span>}
          <span className="font-medium">{kindOf(entry)}</span> <span className="text-soft">· {words}</span>
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-soft">
          <Proof entry={entry} />
          {entry.duplicates > 0 && <span>{count(entry.duplicates, "doublon reconnu", "doublons reconnus")}</span>}
          {entry.book_id && (
            <Link
              href={`/books/${entry.book_id}?version=${entry.version}`}
              className="text-ink underline decoration-line underline-offset-4 hover:decoration-accent"
            >
              Lire le livre
            </Link>
          )}
        </p>
        {entry.error && <p className="mt-1.5 max-w-prose text-sm text-fail">{showUnseen(entry.error)}</p>}
        {!entry.processed_at && <RunAgain id={entry.id} changed={changed} />}
        <Disclosure label="Détails">
          <EntryDetails entry={entry} />
        </Disclosure>
      </div>
      <span className="text-[0.8125rem] text-faint">
        <Ago at={entry.received_at} />
      </span>
    </li>
  );
}
