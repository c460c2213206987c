"use client";

import { useBookVersions } from "#app/_components/data/books.ts";
import { OnDay } from "#app/_components/time/moment.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { BookContents } from "#lib/contract/reading.ts";

const underlined = "underline decoration-line underline-offset-4 hover:decoration-accent";

function VersionList({ book }: { book: BookContents }) {
  const { data } = useBookVersions(book.id);
  return (
    <ol className="mt-1 space-y-1.5 pl-5.5">
      {data?.items.map(({ version, created_at }) => (
        <li key={version} className="flex justify-between gap-3">
          <Link
            href={version === book.latest_version ? `/books/${book.id}` : `/books/${book.id}?version=${version}`}
            aria-current={version === book.version ? "page" : undefined}
            className={version === book.version ? "font-medium text-ink" : `text-soft ${underlined}`}
          >
            Version {version}
          </Link>
          <span className="text-faint">
            <OnDay at={created_at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The versions of a book, each to be read. */
export function Versions({ book }: { book: BookContents }) {
  return (
    <div className="mt-3">
      <Disclosure label={`Version ${book.version} sur ${book.latest_version}`}>
        <VersionList book={book} />
      </Disclosure>
    </div>
  );
}

/** Says that the text is not the latest, and leads there. */
export function EarlierVersion({ book }: { book: BookContents }) {
  return (
    <div className="mb-7">
      <Notice kind="waiting">
        Vous lisez la version {book.version} de ce livre{"\u202f"};{" "}
        <Link href={`/books/${book.id}`} className={underlined}>
          la dernière est la version {book.latest_version}
        </Link>
        .
      </Notice>
    </div>
  );
}
