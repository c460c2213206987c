import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { Row } from "./draft.ts";
import type { Errors } from "./use-outline.ts";

type Props = {
  row: Row;
  index: number;
  count: number;
  errors: Errors;
  change: (fields: Partial<Row>) => void;
  move: (to: number) => void;
  remove: () => void;
};

const area = control({ className: "field-sizing-content max-h-96 min-h-20 resize-none" });

/** One chapter of the outline, to edit, move or remove. */
export function ChapterCard({ row, index, count, errors, change, move, remove }: Props) {
  const place = `chapitre ${index + 1}`;
  const error = (field: string) => errors[`chapters.${index}.${field}`];
  return (
    <li className="py-6">
      <div className="flex items-center gap-2">
        <h3 className="mr-auto font-serif text-lg">Chapitre {index + 1}</h3>
        <Button
          id={`monter-${row.key}`}
          aria-label={`Monter le ${place}`}
          aria-disabled={index === 0}
          onClick={() => index > 0 && move(index - 1)}
        >
          <ArrowUp aria-hidden="true" />
        </Button>
        <Button
          id={`descendre-${row.key}`}
          aria-label={`Descendre le ${place}`}
          aria-disabled={index === count - 1}
          onClick={() => index < count - 1 && move(index + 1)}
        >
          <ArrowDown aria-hidden="true" />
        </Button>
        <Button aria-label={`Retirer le ${place}`} aria-disabled={count === 1} onClick={() => count > 1 && remove()}>
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      <div className="mt-3 grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name={`title-${row.key}`} label="Titre du chapitre" error={error("title")}>
          {(props) => (
            <input
              {...props}
              value={row.title}
              onChange={({ target }) => change({ title: target.value })}
              className={control({ voice: "book" })}
            />
          )}
        </Field>
        <Field name={`words-${row.key}`} label="Mots" error={error("words")}>
          {(props) => (
            <input
              {...props}
              inputMode="numeric"
              value={row.words}
              onChange={({ target }) => change({ words: target.value })}
              className={control({ voice: "book" })}
            />
          )}
        </Field>
        <div className="space-y-4 sm:col-span-2">
          <Field name={`description-${row.key}`} label="Description" error={error("description")}>
            {(props) => (
              <textarea
                {...props}
                value={row.description}
                onChange={({ target }) => change({ description: target.value })}
                className={area}
              />
            )}
          </Field>
          <Field name={`points-${row.key}`} label="Points clés, un par ligne" error={error("key_points")}>
            {(props) => (
              <textarea
                {...props}
                value={row.points}
                onChange={({ target }) => change({ points: target.value })}
                className={area}
              />
            )}
          </Field>
        </div>
      </div>
    </li>
  );
}
