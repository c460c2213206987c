import { Trash2 } from "lucide-react";
import { documents } from "#app/_components/data/keys.ts";
import { RequestFailed, remove } from "#app/_components/data/request.ts";
import { count } from "#app/_components/text/numbers.ts";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { ReferenceView } from "#lib/contract/reference.ts";

const types: Record<ReferenceView["type"], string> = {
  pdf: "PDF",
  docx: "DOCX",
  epub: "EPUB",
  markdown: "Markdown",
  text: "texte",
  web: "page web",
};

type DocumentRowProps = {
  document: ReferenceView;
  chosen: boolean;
  /** No more can be chosen. */
  full: boolean;
  choose: (on: boolean) => void;
  removed: () => void;
};

function Delete({ document: { id, name }, removed }: Pick<DocumentRowProps, "document" | "removed">) {
  const removeIt = async () => {
    try {
      await remove(documents.one(id));
      removed();
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      toast.error(failure.message);
    }
  };
  return (
    <Confirm
      trigger={(ask) => (
        <button
          type="button"
          aria-label={`Supprimer ${name}`}
          onClick={ask}
          className="grid size-8 shrink-0 place-items-center rounded-lg text-faint transition-colors hover:text-fail"
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </button>
      )}
      title={`Supprimer «\u00a0${name}\u00a0»\u202f?`}
      description="Les livres à venir ne pourront plus le choisir. Ceux qui l’ont choisi gardent les passages qu’ils citent."
      keep="Le garder"
      confirm="Supprimer"
      onConfirm={removeIt}
    />
  );
}

/** One document: whether this book uses it, what it is, and its deletion. */
export function DocumentRow({ document, chosen, full, choose, removed }: DocumentRowProps) {
  const { name, type, words } = document;
  return (
    <li className="flex items-start gap-2 py-1.5">
      <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2.5">
        <input
          type="checkbox"
          checked={chosen}
          disabled={full && !chosen}
          onChange={({ target }) => choose(target.checked)}
          className="size-4 shrink-0"
        />
        <span className="min-w-0">
          <span className="break-words">{name}</span>{" "}
          <span className="text-[0.8125rem] whitespace-nowrap text-faint">
            {types[type]} · {count(words, "mot")}
          </span>
        </span>
      </label>
      <Delete document={document} removed={removed} />
    </li>
  );
}
