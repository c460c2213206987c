"use client";

import { useSWRConfig } from "swr";
import { voices } from "#app/_components/data/keys.ts";
import { put } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { toast } from "#app/_components/ui/toast.ts";
import type { VoiceView } from "#lib/contract/voice.ts";
import { type SheetFields, toFields, toSheet } from "./sheet-fields.ts";

/** A sheet that is edited, and saved as a whole. */
export function useSheet(voice: VoiceView) {
  const { mutate } = useSWRConfig();
  const initial = toFields(voice);
  const names = Object.keys(initial) as (keyof SheetFields)[];
  const form = useEditForm({
    initial,
    toBody: (fields) =>
      names.some((name) => fields[name] !== initial[name]) ? toSheet(fields, voice.version) : undefined,
    subjectOf: (field, rest) => (rest === "" ? "Ce champ" : `Chaque mot${field === "liked" ? " aimé" : " à éviter"}`),
    send: (sheet: ReturnType<typeof toSheet>) => put<VoiceView>(voices.one(voice.id), sheet),
    onSaved: async (saved) => {
      toast("Voix enregistrée");
      await Promise.all([mutate(voices.one(voice.id), saved, { revalidate: false }), mutate(voices.all)]);
    },
  });
  const input = (name: keyof SheetFields) => ({
    value: form.values[name],
    onChange: ({ target }: { target: { value: string } }) => form.set({ [name]: target.value }),
  });
  return { ...form, input };
}
