import dynamic from "next/dynamic";
import type { ChangeEventHandler } from "react";
import { useModels } from "#app/_components/data/models.ts";
import type { FieldErrors } from "#app/_components/form/field-errors.ts";
import { modelPlace } from "#app/_components/model/place.ts";
import { control, Field } from "#app/_components/ui/field.tsx";
import { bookLanguages, ownLanguageNames } from "#lib/contract/values.ts";
import { ChaptersField } from "./chapters-field.tsx";
import { type Fields, isOffered, type Texts } from "./fields.ts";
import { GenreField } from "./genre-field.tsx";

const PlanField = dynamic(() => import("../_plan/plan-field.tsx").then((module) => module.PlanField));
const DocumentsField = dynamic(() =>
  import("../_documents/documents-field.tsx").then((module) => module.DocumentsField),
);
const ModelField = dynamic(() => import("#app/_components/model/model-field.tsx").then((module) => module.ModelField), {
  loading: () => <div className={modelPlace} />,
});
const VoiceField = dynamic(() => import("./voice-field.tsx").then((module) => module.VoiceField));

/** The usual language is not asked for. */
const languages = bookLanguages.map((language, index) => ({ language, value: index === 0 ? "" : language }));

type OptionsProps = {
  fields: Fields;
  change: ChangeEventHandler<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>;
  setPlan: (plan: Fields["plan"]) => void;
  setTitle: (title: string) => void;
  setDocuments: (change: (before: string[]) => string[]) => void;
  errors: FieldErrors;
};

const lines = [
  { name: "audience", label: "Public", placeholder: "Des curieux, dès quinze ans" },
  { name: "tone", label: "Ton", placeholder: "Clair, concret, un peu d’humour" },
] as const;

const boxes: { name: keyof Texts; label: string }[] = [
  { name: "review_outline", label: "Relire le plan avant l’écriture" },
  { name: "continuity", label: "Écrire dans l’ordre, chaque chapitre tenant compte des précédents" },
  { name: "pause_after_chapter", label: "Attendre mon accord après chaque chapitre" },
  {
    name: "reader_report",
    label: "Un rapport de lecture\u202f: un modèle note chaque chapitre, et cite ce qui le fonde",
  },
  { name: "strict", label: "Sans réserve\u202f: échouer plutôt que livrer un livre qui manque un contrôle" },
];

export function Options({ fields, change, setPlan, setTitle, setDocuments, errors }: OptionsProps) {
  const { data: models } = useModels();
  const isDemo = (fields.model || (models?.default ?? "demo")) === "demo";
  const optional = (name: keyof Texts) => ({ name, error: errors[name] });
  const input = (name: keyof Texts) => ({ value: fields[name], onChange: change, autoComplete: "off" });
  return (
    <div className="grid gap-x-5 gap-y-4 pt-3 pb-2 sm:grid-cols-2">
      <ModelField value={fields.model} onChange={change} error={errors.model} />
      <Field {...optional("title")} label="Titre" hint="Sans titre, le plan en proposera un.">
        {(props) => <input {...props} {...input("title")} className={control()} />}
      </Field>
      <GenreField value={fields.genre} onChange={change} error={errors.genre} />
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
      {isOffered("voice", fields, isDemo) && <VoiceField value={fields.voice} onChange={change} error={errors.voice} />}
      {!fields.plan && (
        <ChaptersField value={fields.chapters} change={change} error={errors.chapters} givePlan={() => setPlan([])} />
      )}
      <Field {...optional("words_per_chapter")} label="Mots par chapitre" hint="De 200 à 10 000. Sinon 3 000.">
        {(props) => <input {...props} {...input("words_per_chapter")} inputMode="numeric" className={control()} />}
      </Field>
      {fields.plan && (
        <PlanField rows={fields.plan} setPlan={setPlan} title={fields.title} setTitle={setTitle} errors={errors} />
      )}
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
      {!isDemo && <DocumentsField value={fields.documents} setValue={setDocuments} error={errors.documents} />}
      {boxes
        .filter(({ name }) => isOffered(name, fields, isDemo))
        .map(({ name, label }) => (
          <label key={name} className="flex min-h-8 items-center gap-2.5 sm:col-span-2">
            <input
              type="checkbox"
              name={name}
              // The value after a click.
              value={fields[name] ? "" : "oui"}
              checked={fields[name] !== ""}
              onChange={change}
              className="size-4 shrink-0"
            />
            {label}
          </label>
        ))}
    </div>
  );
}
