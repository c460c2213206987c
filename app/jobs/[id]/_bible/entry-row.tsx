import { Trash2 } from "lucide-react";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { Row } from "./draft.ts";

/** What an entry of a list is called, and the fields that it has beside its text. */
export type ListWords = {
  title: string;
  one: string;
  add: string;
  text: string;
  name?: string;
  chapter: string;
  closed?: string;
};

type Props = {
  id: string;
  row: Row;
  words: ListWords;
  place: number;
  error: (field: string) => string | undefined;
  change: (fields: Partial<Row>) => void;
  remove: () => void;
};

const area = control({ className: "field-sizing-content max-h-96 min-h-16 resize-none" });

/** One entry of the bible, to edit or remove. */
export function EntryRow({ id, row, words, place, error, change, remove }: Props) {
  const what = `${words.one} ${place}`;
  const numbers = [
    { name: "chapter" as const, label: words.chapter },
    ...(words.closed ? [{ name: "closed" as const, label: words.closed }] : []),
  ];
  return (
    <li className="grid gap-x-4 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <div className="min-w-0 space-y-3">
        {words.name && (
          <Field name={`name-${id}`} label={words.name} error={error("name")}>
            {(props) => (
              <input
                {...props}
                value={row.name}
                onChange={({ target }) => change({ name: target.value })}
                className={control({ voice: "book" })}
              />
            )}
          </Field>
        )}
        <Field name={`text-${id}`} label={words.text} error={error("text")}>
          {(props) => (
            <textarea
              {...props}
              value={row.text}
              onChange={({ target }) => change({ text: target.value })}
              className={area}
            />
          )}
        </Field>
      </div>
      <div className="flex items-end gap-3 sm:flex-col sm:items-stretch sm:justify-start">
        {numbers.map(({ name, label }) => (
          <div key={name} className="min-w-0 flex-1 sm:flex-none">
            <Field name={`${name}-${id}`} label={label} error={error(name)}>
              {(props) => (
                <input
                  {...props}
                  inputMode="numeric"
                  autoComplete="off"
                  value={row[name]}
                  onChange={({ target }) => change({ [name]: target.value })}
                  className={control()}
                />
              )}
            </Field>
          </div>
        ))}
        <div className="flex items-center gap-2 sm:justify-between">
          <span className="text-[0.8125rem] text-faint">{row.edited ? "De votre main" : ""}</span>
          <Button aria-label={`Retirer ${what}`} onClick={remove}>
            <Trash2 aria-hidden="true" />
          </Button>
        </div>
      </div>
    </li>
  );
}
