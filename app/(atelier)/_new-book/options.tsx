import dynamic from "next/dynamic";
import type { ChangeEventHandler } from "react";
import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { control, Field } from "#app/_components/ui/field.tsx";
import { bookLanguages, ownLanguageNames } from "#lib/contract/values.ts";
import type { Fields } from "./fields.ts";

const ModelField = dynamic(() => import("#app/_components/model/model-field.tsx").then((module) => module.ModelField));

/** The usual language is not asked for. */
const languages = bookLanguages.map((language, index) => ({ language, value: index === 0 ? "" : language }));

type OptionsProps = {
  fields: Fields;
  change: ChangeEventHandler<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>;
  errors: FieldErrors;
};

const lines = [
  { name: "audience", label: "Public", placeholder: "Des curieux, dès quinze ans" },
  { name: "tone", label: "Ton", placeholder: "Clair, concret, un peu d’humour" },
] as const;

type Box = { name: keyof Fields; label: string; needs?: keyof Fields };
const boxes: Box[] = [
  { name: "review_outline", label: "Relire le plan avant l’écriture" },
  { name: "continuity", label: "Écrire dans l’ordre, chaque chapitre tenant compte des précédents" },
  { name: "pause_after_chapter", label: "Attendre mon accord après chaque chapitre", needs: "continuity" },
  { name: "strict", label: "Sans réserve\u202f: échouer plutôt que livrer un livre qui manque un contrôle" },
];

export function Options({ fields, change, errors }: OptionsProps) {
  const optional = (name: keyof Fields) => ({ name, error: errors[name] });
  const input = (name: keyof Fields) => ({ value: fields[name], onChange: change, autoComplete: "off" });
  return (
    <div className="grid gap-x-5 gap-y-4 pt-3 pb-2 sm:grid-cols-2">
      <ModelField value={fields.model} onChange={change} error={errors.model} />
      <Field {...optional("title")} label="Titre" hint="Sans titre, le plan en proposera un.">
        {(props) => <input {...props} {...input("title")} className={control()} />}
      </Field>
      <Field {...optional("language")} label="Langue" hint="Celle du livre entier, vérifiée phrase par phrase.">
        {(props) => (
          <select {...props} {...input("language")} className={control()}>
            {languages.map(({ language, value }) => (
              <option key={language} value={value} lang={language}>
                {ownLanguageNames[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field {...optional("chapters")} label="Chapitres" hint="De 1 à 30. Sinon le plan en décide, de 5 à 10.">
        {(props) => <input {...props} {...input("chapters")} inputMode="numeric" className={control()} />}
      </Field>
      <Field {...optional("words_per_chapter")} label="Mots par chapitre" hint="De 200 à 10 000. Sinon 3 000.">
        {(props) => <input {...props} {...input("words_per_chapter")} inputMode="numeric" className={control()} />}
      </Field>
      {lines.map(({ name, label, placeholder }) => (
        <Field key={name} {...optional(name)} label={label}>
          {(props) => <input {...props} {...input(name)} placeholder={placeholder} className={control()} />}
        </Field>
      ))}
      <Field
        {...optional("max_cost")}
        label="Plafond de dépense, en dollars"
        hint="Aucun appel aux modèles ne le dépasse ; ce qui est écrit est gardé."
      >
        {(props) => <input {...props} {...input("max_cost")} inputMode="decimal" className={control()} />}
      </Field>
      <div className="sm:col-span-2">
        <Field {...optional("instructions")} label="Consignes">
          {(props) => (
            <textarea
              {...props}
              {...input("instructions")}
              rows={2}
              placeholder="Un exemple concret par chapitre, pas de listes."
              className={control({ className: "field-sizing-content max-h-72 min-h-16 resize-none" })}
            />
          )}
        </Field>
      </div>
      {boxes
        .filter(({ needs }) => !needs || fields[needs])
        .map(({ name, label }) => (
          <label key={name} className="flex min-h-8 items-center gap-2.5 sm:col-span-2">
            <input
              type="checkbox"
              name={name}
              // The value after a click.
              value={fields[name] ? "" : "oui"}
              checked={fields[name] !== ""}
              onChange={change}
              className="size-4"
            />
            {label}
          </label>
        ))}
    </div>
  );
}
