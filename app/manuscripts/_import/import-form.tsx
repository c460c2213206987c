"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { bookLanguages, ownLanguageNames } from "#lib/contract/values.ts";
import { Sending } from "./sending.tsx";
import { useImport } from "./use-import.ts";

const accepted =
  ".docx,.md,.markdown,.txt,.epub,text/markdown,application/epub+zip,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A file can be dropped on it: a browser takes it as chosen. */
const dropZone =
  "block w-full cursor-pointer rounded-xl border border-dashed border-edge bg-sheet px-5 py-9 text-sm text-soft transition-colors hover:border-soft aria-invalid:border-fail file:mr-4 file:min-h-10 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-line file:bg-paper file:px-4 file:py-2 file:text-[0.9375rem] file:font-medium file:text-ink";

export function ImportForm() {
  const { form, values, set, errors, failure, busy, progress } = useImport();
  return (
    <form {...form} className="mt-7 space-y-5">
      <Field
        name="file"
        label="Manuscrit, à choisir ou à déposer ici"
        error={errors.file}
        hint={"DOCX, Markdown ou EPUB, 20\u00a0Mio au plus. Les titres font les chapitres."}
      >
        {(props) => (
          <input
            {...props}
            type="file"
            required
            accept={accepted}
            onChange={({ target }) => set({ file: target.files?.[0] })}
            className={dropZone}
          />
        )}
      </Field>
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <Field name="title" label="Titre" error={errors.title} hint="Sans titre, celui du manuscrit.">
          {(props) => (
            <input
              {...props}
              value={values.title}
              onChange={({ target }) => set({ title: target.value })}
              autoComplete="off"
              className={control()}
            />
          )}
        </Field>
        <Field name="language" label="Langue" error={errors.language}>
          {(props) => (
            <select
              {...props}
              value={values.language}
              onChange={({ target }) => set({ language: target.value })}
              className={control()}
            >
              <option value="">Celle du manuscrit</option>
              {bookLanguages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {ownLanguageNames[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {failure && (
        <Notice kind="failed" live>
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button type="submit" look="primary" busy={busy}>
          Importer le manuscrit
        </Button>
        <Sending progress={progress} />
      </div>
    </form>
  );
}
