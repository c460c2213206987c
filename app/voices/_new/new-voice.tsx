"use client";

import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { wordsIn } from "#lib/document/words.ts";
import { useNewVoice } from "./use-new-voice.ts";

const lengthAsked = "De 200 à 2\u202f000 mots de votre main. Ils sont lus, comptés, puis oubliés.";
const lengthOf = (sample: string) =>
  sample.trim() === "" ? lengthAsked : `${lengthAsked} Ici\u202f: ${count(wordsIn(sample).length, "mot")}.`;

const area = (rows: string) => control({ voice: "book", className: `field-sizing-content resize-none ${rows}` });

/** Makes a voice of a sample, or of what its author says of it. */
export function NewVoice() {
  const { form, values, set, errors, failure, busy } = useNewVoice();
  return (
    <section aria-labelledby="nouvelle" className="mt-10">
      <h2 id="nouvelle" className="border-b border-line pb-2 text-lg">
        Nouvelle voix
      </h2>
      <form {...form} aria-labelledby="nouvelle" className="mt-5 space-y-5">
        <Field name="name" label="Nom" error={errors.name}>
          {(props) => (
            <input
              {...props}
              value={values.name}
              onChange={({ target }) => set({ name: target.value })}
              autoComplete="off"
              placeholder="Mes chroniques"
              className={control()}
            />
          )}
        </Field>
        <Field name="sample" label="Extrait d’un de vos textes" error={errors.sample} hint={lengthOf(values.sample)}>
          {(props) => (
            <textarea
              {...props}
              rows={6}
              value={values.sample}
              onChange={({ target }) => set({ sample: target.value })}
              className={area("max-h-96 min-h-40")}
            />
          )}
        </Field>
        <Field
          name="description"
          label="Ou ce que vous en diriez"
          error={errors.description}
          hint={"Dit tel quel à qui écrit, en 1\u202f000 caractères au plus."}
        >
          {(props) => (
            <textarea
              {...props}
              rows={2}
              value={values.description}
              onChange={({ target }) => set({ description: target.value })}
              placeholder="Des phrases courtes, à la première personne. Jamais « en effet »."
              className={area("max-h-72 min-h-20")}
            />
          )}
        </Field>
        {failure && (
          <Notice kind="failed" live>
            {failure}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? "Lecture…" : "Créer la voix"}
          </Button>
          <p role="status" className="text-[0.8125rem] text-faint">
            {busy && "Un modèle lit le texte\u202f: une minute, parfois plus."}
          </p>
        </div>
      </form>
    </section>
  );
}
