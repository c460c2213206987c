"use client";

import { Trash2 } from "lucide-react";
import { bookDeletion, useDeletion } from "#app/_components/deletion/use-deletion.ts";
import { Button } from "#app/_components/ui/button.tsx";

export function DeleteBook({ id }: { id: string }) {
  const { busy, run } = useDeletion(bookDeletion(id));
  return (
    <Button look="bare" className="mt-3 text-sm" busy={busy} onClick={run}>
      <Trash2 aria-hidden="true" />
      Supprimer le livre
    </Button>
  );
}
