import { Plus, X } from "lucide-react";
import { useState } from "react";
import { count } from "#app/_components/text/numbers.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { SourceView } from "#lib/contract/job.ts";
import { researchLimits } from "#lib/contract/limits.ts";
import type { PointOfView, ResearchView } from "#lib/contract/research.ts";

const asking: Record<PointOfView, string> = {
  reader: "lecteur",
  practitioner: "praticien",
  sceptic: "sceptique",
  author: "vous",
};

type ResearchProps = {
  name: string;
  research: ResearchView;
  sources: SourceView[];
  struck: string[];
  setQuestions: (questions: ResearchView["questions"]) => void;
  /** Strikes a source of the whole book, or takes it back. */
  toggle: (id: string) => void;
};

function Questions({
  name,
  research: { questions },
  setQuestions,
}: Pick<ResearchProps, "name" | "research" | "setQuestions">) {
  const [typed, setTyped] = useState("");
  const isFull = questions.length >= researchLimits.questions;
  const add = () => {
    const text = typed.replace(/\s+/g, " ").trim();
    if (text === "" || isFull) return;
    setQuestions([...questions, { from: "author", text }]);
    setTyped("");
  };
  return (
    <>
      <ul className="space-y-1.5 text-sm">
        {questions.map((question, index) => (
          <li key={`${question.from} ${question.text}`} className="flex items-start gap-2">
            <span className="min-w-0 flex-1 break-words">
              {question.text} <span className="text-faint">({asking[question.from]})</span>
            </span>
            <button
              type="button"
              aria-label={`Retirer la question «\u202f${question.text}\u202f»`}
              onClick={() => setQuestions(questions.toSpliced(index, 1))}
              className="grid size-8 shrink-0 place-items-center text-faint hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-52">
          <Field name={`question-${name}`} label="Une question de plus">
            {(props) => (
              <input
                {...props}
                value={typed}
                maxLength={researchLimits.question}
                onChange={({ target }) => setTyped(target.value)}
                autoComplete="off"
                className={control()}
              />
            )}
          </Field>
        </div>
        <Button onClick={add} disabled={isFull}>
          <Plus aria-hidden="true" /> Ajouter
        </Button>
      </div>
    </>
  );
}

function Sources({ sources, struck, toggle }: Pick<ResearchProps, "sources" | "struck" | "toggle">) {
  return (
    <ul className="mt-4 space-y-1.5 text-sm">
      {sources.map(({ id, title, url }) => {
        const isStruck = struck.includes(id);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 basis-52 break-words">
              <span className="text-faint">{id}</span>{" "}
              <a
                href={url}
                rel="noopener noreferrer nofollow"
                target="_blank"
                className={isStruck ? "text-faint line-through" : "underline"}
              >
                {title}
              </a>
            </span>
            <Button
              aria-label={`${isStruck ? "Reprendre" : "Écarter"} la source ${id}, ${title}`}
              onClick={() => toggle(id)}
            >
              {isStruck ? "Reprendre" : "Écarter"}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** What a chapter was documented with, to be corrected before it is written. */
export function ChapterResearch({ name, research, sources, struck, setQuestions, toggle }: ResearchProps) {
  const own = sources.filter(({ id }) => research.sources.includes(id));
  const label = `Documentation\u202f: ${count(research.questions.length, "question")}, ${count(own.length, "source")}`;
  return (
    <Disclosure label={label}>
      <div className="pt-2">
        {research.problem && <p className="mb-2 text-sm text-soft">{research.problem}</p>}
        <Questions name={name} research={research} setQuestions={setQuestions} />
        {own.length > 0 && <Sources sources={own} struck={struck} toggle={toggle} />}
        {research.notes.length > 0 && (
          <ul className="mt-4 list-disc space-y-1 pl-5 text-[0.8125rem] text-soft">
            {research.notes.map((note) => (
              <li key={note} className="break-words">
                {note}
              </li>
            ))}
          </ul>
        )}
        <p className="mt-3 text-[0.8125rem] text-faint">
          Une question ajoutée, une source écartée (pour tout le livre) ou un chapitre modifié : il est documenté de
          nouveau après votre accord.
        </p>
      </div>
    </Disclosure>
  );
}
