"use client";

import { useDocuments } from "#app/_components/data/documents.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { referenceLimits } from "#lib/contract/limits.ts";
import type { ReferenceView } from "#lib/contract/reference.ts";
import { AddDocument } from "./add-document.tsx";
import { DocumentRow } from "./document-row.tsx";

type DocumentsFieldProps = {
  value: string[];
  setValue: (change: (before: string[]) => string[]) => void;
  error: string | undefined;
};

/** The author's own documents: those that the book draws on, and more to add. */
export function DocumentsField({ value, setValue, error }: DocumentsFieldProps) {
  const { data, error: unread, mutate } = useDocuments();
  const all = data?.items ?? [];
  const isFull = value.length >= referenceLimits.perBook;
  const choose = (id: string, on: boolean) =>
    setValue((before) => [
      ...before.filter((one) => one !== id),
      ...(on && before.length < referenceLimits.perBook ? [id] : []),
    ]);
  const added = (document: ReferenceView) => {
    choose(document.id, true);
    void mutate();
  };
  const removed = (id: string) => {
    choose(id, false);
    void mutate();
  };
  return (
    <section aria-labelledby="vos-documents" className="border-y border-line py-4 sm:col-span-2">
      <h2 id="vos-documents" className="text-lg">
        Vos documents
      </h2>
      <p className="mt-1 text-[0.8125rem] text-pretty text-soft">
        Chaque chapitre reçoit les passages qui le concernent, et les cite avec leur page. Dix documents au plus.
      </p>
      {error && <p className="mt-2 text-[0.8125rem] font-medium text-fail">{error}</p>}
      {unread && <Failure error={unread} retry={() => mutate()} />}
      {all.length > 0 && (
        <ul aria-label="Documents" className="mt-2 max-h-80 divide-y divide-line overflow-y-auto">
          {all.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              chosen={value.includes(document.id)}
              full={isFull}
              choose={(on) => choose(document.id, on)}
              removed={() => removed(document.id)}
            />
          ))}
        </ul>
      )}
      <div className="mt-4">
        <AddDocument added={added} />
      </div>
    </section>
  );
}
