import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { books, jobs } from "../data/keys.ts";
import { post, remove } from "../data/request.ts";
import { toast } from "../ui/toast.ts";

const undoMs = 10_000;
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : "L’action n’a pas abouti.");
const isList = (key: unknown) =>
  typeof key === "string" && /^\$?(?:inf\$)?\/api\/(?:jobs|books)(?:\/cards)?\?/.test(key);

/** Reads every list of jobs and books again. */
export function useListsAgain(): () => Promise<unknown> {
  const { mutate } = useSWRConfig();
  return () => mutate(isList);
}

export type PageOfThing = `/jobs/${string}` | `/books/${string}`;

type Deletion = {
  /** Of the thing itself. */
  url: string;
  restoreUrl: string;
  /** The list to go to, and the page of the thing. */
  list: "/jobs" | "/books";
  page: PageOfThing;
  said: { deleted: string; restored: string };
};

/** Deletes a thing at once, and offers to take that back while its announcement is shown. */
export function useDeletion({ url, restoreUrl, list, page, said }: Deletion): { busy: boolean; run: () => void } {
  const router = useRouter();
  const readListsAgain = useListsAgain();
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    try {
      await post(restoreUrl);
      await readListsAgain();
      router.push(page);
      toast(said.restored);
    } catch (error) {
      toast.error(wordsOf(error));
    }
  };
  const run = async () => {
    setBusy(true);
    try {
      await remove(url);
      router.push(list);
      await readListsAgain();
      toast(said.deleted, { duration: undoMs, action: { label: "Annuler", onClick: () => void undo() } });
    } catch (error) {
      toast.error(wordsOf(error));
    } finally {
      // The router keeps the page, and shows it again once the thing is restored.
      setBusy(false);
    }
  };
  return { busy, run: () => void run() };
}

export const jobDeletion = (id: string): Deletion => ({
  url: jobs.one(id),
  restoreUrl: jobs.restore(id),
  list: "/jobs",
  page: `/jobs/${id}`,
  said: { deleted: "Rédaction supprimée.", restored: "Rédaction restaurée." },
});

export const bookDeletion = (id: string): Deletion => ({
  url: books.one(id),
  restoreUrl: books.restore(id),
  list: "/books",
  page: `/books/${id}`,
  said: { deleted: "Livre supprimé.", restored: "Livre restauré." },
});
