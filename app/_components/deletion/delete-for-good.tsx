"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSWRConfig } from "swr";
import { remove } from "../data/request.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { toast } from "../ui/toast.ts";

type DeleteForGoodProps = {
  /** Of the thing itself. */
  url: string;
  /** The key of the list that it leaves. */
  list: string;
  /** Where to go afterwards. */
  page: "/voices" | "/admin/webhook#destinations";
  name: string;
  description: string;
  said: string;
};

/** Deletes what cannot be restored, once a person has confirmed it. */
export function DeleteForGood({ url, list, page, name, description, said }: DeleteForGoodProps) {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await remove(url);
      toast(said);
      void mutate(list);
      router.push(page);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "La suppression n’a pas abouti.");
      setBusy(false);
    }
  };
  return (
    <Confirm
      trigger={(ask) => (
        <Button look="danger" busy={busy} onClick={ask}>
          Supprimer
        </Button>
      )}
      title={`Supprimer «\u00a0${name}\u00a0»\u202f?`}
      description={description}
      keep="La garder"
      confirm="Supprimer"
      onConfirm={act}
    />
  );
}
