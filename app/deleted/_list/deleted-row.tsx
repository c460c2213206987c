"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { post } from "#app/_components/data/request.ts";
import { type PageOfThing, useListsAgain } from "#app/_components/deletion/use-deletion.ts";
import { Ago } from "#app/_components/time/moment.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";

export type DeletedRowProps = {
  title: string;
  deletedAt: string | undefined;
  restoreUrl: string;
  /** Where it is again once restored. */
  page: PageOfThing;
  restored: string;
};

export function DeletedRow({ title, deletedAt, restoreUrl, page, restored }: DeletedRowProps) {
  const router = useRouter();
  const readListsAgain = useListsAgain();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    try {
      await post(restoreUrl);
      router.push(page);
      await readListsAgain();
      toast(restored);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "L’action n’a pas abouti.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="line-clamp-2 text-[1.125rem] leading-snug">{title}</h3>
        {deletedAt && (
          <p className="mt-1 text-[0.8125rem] text-faint">
            Supprimé <Ago at={deletedAt} />
          </p>
        )}
      </div>
      <Button busy={busy} aria-label={`Restaurer ${title}`} onClick={() => void restore()}>
        Restaurer
      </Button>
    </li>
  );
}
