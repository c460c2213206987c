"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { bookLanguages, ownLanguageNames, personNames, persons, tenseNames, tenses } from "#lib/contract/values.ts";
import type { VoiceView } from "#lib/contract/voice.ts";
import { useSheet } from "./use-sheet.ts";

type Choice = { value: string; text: string };
const choices = {
  person: persons.map((value): Choice => ({ value, text: personNames[value] })),
  tense: tenses.map((value): Choice => ({ value, text: tenseNames[value] })),
  language: bookLanguages.map((value): Choice => ({ value, text: ownLanguageNames[value] })),
};
const selects = [
  { name: "person", label: "Personne", none: "Comme le veut le livre" },
  { name: "tense", label: "Temps", none: "Comme le veut le livre" },
  { name: "language", label: "Langue des mots", none: "Celle du livre, quelle qu’elle soit" },
] as const;
const numbers = [
  { name: "sentence_words", label: "Mots par phrase, en moyenne", hint: "" },
  { name: "sentence_spread", label: "Écart d’une phrase à l’autre, en mots", hint: "" },
  { name: "paragraph_words", label: "Mots par paragraphe", hint: "" },
  { name: "dialogue_share", label: "Dialogues, en % des mots", hint: "Demandés à partir de 10 %." },
] as const;
const areas = [
  { name: "description", label: "Manière", hint: "Une consigne, en 1\u202f000 caractères au plus." },
  { name: "liked", label: "Mots aimés", hint: "Séparés par des virgules, 30 au plus." },
  { name: "avoided", label: "Mots à ne jamais employer", hint: "De même. La fiche du livre compte ceux qui y sont." },
] as const;

/** The sheet: what is left empty is not asked of a book. */
export function SheetForm({ voice }: { voice: VoiceView }) {
  const { form, input, errors, failure, busy, changed, reset } = useSheet(voice);
  return (
    <form {...form} aria-label="Feuille de style" className="max-w-xl space-y-5">
      <Field name="name" label="Nom" error={errors.name}>
        {(props) => <input {...props} {...input("name")} autoComplete="off" className={control()} />}
      </Field>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        {selects.map(({ name, label, none }) => (
          <Field key={name} name={name} label={label} error={errors[name]}>
            {(props) => (
              <select {...props} {...input(name)} autoComplete="off" className={control()}>
                <option value="">{none}</option>
                {choices[name].map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Field name="register" label="Registre" error={errors.register}>
          {(props) => (
            <input {...props} {...input("register")} autoComplete="off" placeholder="familier" className={control()} />
          )}
        </Field>
        {numbers.map(({ name, label, hint }) => (
          <Field key={name} name={name} label={label} error={errors[name]} hint={hint}>
            {(props) => (
              <input {...props} {...input(name)} inputMode="numeric" autoComplete="off" className={control()} />
            )}
          </Field>
        ))}
      </div>
      {areas.map(({ name, label, hint }) => (
        <Field key={name} name={name} label={label} error={errors[name]} hint={hint}>
          {(props) => (
            <textarea
              {...props}
              {...input(name)}
              rows={2}
              className={control({ className: "field-sizing-content max-h-72 min-h-16 resize-none" })}
            />
          )}
        </Field>
      ))}
      {failure && (
        <Notice kind="failed" live>
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={busy || !changed}>
          {busy ? "Enregistrement…" : "Enregistrer"}
        </Button>
        {changed && (
          <Button look="bare" onClick={reset}>
            Abandonner
          </Button>
        )}
      </div>
    </form>
  );
}
