"use client";

import { useRouter } from "next/navigation";
import { Suspense, use, useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import type { JobDetail } from "#lib/contract/job.ts";
import { CoverPreview } from "./cover-preview.tsx";
import { estimateSize } from "./estimate.ts";
import { blank, type Fields, type From } from "./fields.ts";
import { fieldsFrom } from "./from/fields-from.ts";
import { FindOrigin } from "./from/find-origin.tsx";
import { OriginLine } from "./from/origin-line.tsx";
import { Options } from "./options.tsx";
import { useEffort } from "./use-effort.ts";
import { useNewBook } from "./use-new-book.ts";

const underlined = "text-soft underline decoration-line underline-offset-4 hover:text-ink hover:decoration-accent";

/** Resolves to whether the demonstration model writes: its chapters are shorter than those asked for. */
type Demo = Promise<boolean>;

function Estimate({ fields, demo }: { fields: Fields; demo: Demo }) {
  const isDemoUsual = use(demo);
  const isDemo = fields.model ? fields.model === "demo" : isDemoUsual;
  const size = estimateSize(fields, { demo: isDemo });
  const effort = useEffort(fields, !isDemo && size !== "");
  return (
    <>
      <p aria-busy={effort.stale} className="text-[0.8125rem] text-faint transition-opacity aria-busy:opacity-50">
        {[size, effort.text].filter(Boolean).join(" · ")}
        {isDemo && fields.genre && (
          <span className="block">
            Le modèle de démonstration n’a que ses propres pages{"\u202f"}: le genre n’y change rien.
          </span>
        )}
        {effort.remark && <span className="block">{effort.remark}</span>}
      </p>
      {effort.warnings.length > 0 && (
        <div role="status" className="w-full space-y-3">
          {effort.warnings.map(({ code, message }) => (
            <Notice key={code} kind="waiting">
              {message}
            </Notice>
          ))}
        </div>
      )}
    </>
  );
}

export function NewBook({ demo }: { demo: Demo }) {
  const [initial, setInitial] = useState(blank);
  const {
    form,
    values: fields,
    change,
    setPlan,
    setTitle,
    setDocuments,
    errors,
    failure,
    busy,
    reset,
  } = useNewBook(initial, () => setInitial(blank));
  const [precise, setPrecise] = useState(false);
  const router = useRouter();
  const begin = (job: JobDetail, as: From["as"]) => {
    reset();
    setInitial(fieldsFrom(job, as));
    setPrecise(true);
  };
  const leave = () => {
    reset();
    setInitial(blank);
    router.replace("/", { scroll: false });
  };
  const { topic: _topic, goal: _goal, ...optional } = errors;
  const open = precise || Object.keys(optional).length > 0;
  // An option being edited stays in sight, even once the error that opened the panel is gone.
  const changeOption: typeof change = (event) => {
    setPrecise(true);
    change(event);
  };
  return (
    <section aria-labelledby="nouveau">
      <h1 id="nouveau" className="text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]">
        Quel livre écrivons-nous ?
      </h1>
      <form {...form} className="mt-6 space-y-5">
        <Suspense>
          <FindOrigin begin={begin} />
        </Suspense>
        {fields.from && <OriginLine from={fields.from} leave={leave} />}
        <Field name="topic" label="Sujet" error={errors.topic}>
          {(props) => (
            <input
              {...props}
              required
              value={fields.topic}
              onChange={change}
              autoComplete="off"
              placeholder="Les phares de Bretagne"
              className={control({ voice: "book" })}
            />
          )}
        </Field>
        <Field name="goal" label="Ce que le lecteur en retirera" error={errors.goal}>
          {(props) => (
            <textarea
              {...props}
              required
              rows={3}
              value={fields.goal}
              onChange={change}
              placeholder="Comprendre comment on les a bâtis, qui les gardait, et ce qu’ils deviennent."
              className={control({ voice: "book", className: "field-sizing-content max-h-96 min-h-24 resize-none" })}
            />
          )}
        </Field>
        <Disclosure label="Préciser" open={open} onOpenChange={setPrecise}>
          <Options
            fields={fields}
            change={changeOption}
            setPlan={setPlan}
            setTitle={setTitle}
            setDocuments={setDocuments}
            errors={errors}
          />
        </Disclosure>
        {failure && (
          <Notice kind="failed" live>
            {failure}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? "On s’y met…" : "Commencer le livre"}
          </Button>
          <Suspense>
            <Estimate fields={fields} demo={demo} />
          </Suspense>
          <CoverPreview topic={fields.topic} title={fields.title} />
        </div>
      </form>
      <p className="mt-6 text-[0.8125rem] text-faint">
        Votre livre est déjà écrit{"\u202f"}?{" "}
        <Link href="/manuscripts" className={underlined}>
          Importer un manuscrit
        </Link>
        <span className="mx-2" aria-hidden="true">
          ·
        </span>
        Un livre peut s’écrire comme vous{"\u202f"}:{" "}
        <Link href="/voices" className={underlined}>
          Les voix
        </Link>
      </p>
    </section>
  );
}
