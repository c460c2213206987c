"use client";

import { useRouter } from "next/navigation";
import { useSWRConfig } from "swr";
import { voices } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import type { VoiceView } from "#lib/contract/voice.ts";

const blank = { name: "", sample: "", description: "" };
export type Fields = typeof blank;

const toBody = ({ name, sample, description }: Fields) => ({
  name,
  ...(sample.trim() && { sample }),
  ...(description.trim() && { description }),
});

const check = ({ name, sample, description }: Fields): FieldErrors => ({
  ...(name.trim() === "" && { name: "Donnez-lui un nom, pour la reconnaître." }),
  ...(sample.trim() + description.trim() === "" && { sample: "Collez un extrait, ou dites plus bas comment écrire." }),
});

const subjects: Record<string, string> = { sample: "L’extrait", description: "La description", name: "Le nom" };

/** The form's state, and its sending: a model may take a minute to read. */
export function useNewVoice() {
  const router = useRouter();
  const { mutate } = useSWRConfig();
  return useEditForm({
    initial: blank,
    toBody,
    check,
    subjectOf: (field) => subjects[field] ?? "Ce champ",
    send: (body: ReturnType<typeof toBody>) => post<VoiceView>(voices.all, body),
    onSaved: async (voice) => {
      await Promise.all([mutate(voices.one(voice.id), voice, { revalidate: false }), mutate(voices.all)]);
      router.push(`/voices/${voice.id}`);
    },
  });
}
