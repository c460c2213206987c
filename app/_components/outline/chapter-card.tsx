import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { control, Field } from "../ui/field.tsx";
import { ChapterDetails, FoldedDetails } from "./chapter-details.tsx";
import type { ChapterRow } from "./chapter-rows.ts";

export type CardProps = {
  row: ChapterRow;
  index: number;
  count: number;
  /** A plan that may be empty lets its last chapter go. */
  fewest: number;
  folded: boolean;
  errorOf: (field: string) => string | undefined;
  change: (fields: Partial<ChapterRow>) => void;
  /** `focus` is the id of what had the focus. */
  move: (to: number, focus: string) => void;
  remove: () => void;
  /** What Enter does in the title. */
  addBelow?: () => void;
  /** Stands beside the title. */
  aside?: ReactNode;
  /** Stands under what the chapter is about. */
  below?: ReactNode;
};

/** One chapter of an outline, to edit, move or remove. */
export function ChapterCard(props: CardProps) {
  const { row, index, count, fewest, folded, errorOf, change, move, remove, addBelow, aside, below } = props;
  const place = `chapitre ${index + 1}`;
  const moveTo = (to: number, focus: string) => to >= 0 && to < count && move(to, focus);
  const step = (by: -1 | 1) => moveTo(index + by, `${by < 0 ? "monter" : "descendre"}-${row.key}`);

  const press = (event: KeyboardEvent<HTMLLIElement>) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    moveTo(index + (event.key === "ArrowUp" ? -1 : 1), (event.target as HTMLElement).id);
  };
  const pressInTitle = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !addBelow) return;
    event.preventDefault();
    addBelow();
  };

  return (
    <li className={folded ? "py-5" : "py-6"} onKeyDown={press}>
      <div className="flex items-center gap-2">
        <h3 className="mr-auto font-serif text-lg">Chapitre {index + 1}</h3>
        <Button
          id={`monter-${row.key}`}
          aria-label={`Monter le ${place}`}
          aria-keyshortcuts="Alt+ArrowUp"
          aria-disabled={index === 0}
          onClick={() => step(-1)}
        >
          <ArrowUp aria-hidden="true" />
        </Button>
        <Button
          id={`descendre-${row.key}`}
          aria-label={`Descendre le ${place}`}
          aria-keyshortcuts="Alt+ArrowDown"
          aria-disabled={index === count - 1}
          onClick={() => step(1)}
        >
          <ArrowDown aria-hidden="true" />
        </Button>
        <Button
          aria-label={`Retirer le ${place}`}
          aria-disabled={count <= fewest}
          onClick={() => count > fewest && remove()}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
      <div className={`mt-3 grid gap-4 ${aside ? "sm:grid-cols-[minmax(0,1fr)_8rem]" : ""}`}>
        <Field name={`title-${row.key}`} label="Titre du chapitre" error={errorOf("title")}>
          {(field) => (
            <input
              {...field}
              value={row.title}
              onChange={({ target }) => change({ title: target.value })}
              onKeyDown={pressInTitle}
              autoComplete="off"
              className={control({ voice: "book" })}
            />
          )}
        </Field>
        {aside}
        <div className={aside ? "sm:col-span-2" : ""}>
          {folded ? (
            <FoldedDetails row={row} errorOf={errorOf} change={change} />
          ) : (
            <ChapterDetails row={row} errorOf={errorOf} change={change} />
          )}
        </div>
        {below && <div className={aside ? "sm:col-span-2" : ""}>{below}</div>}
      </div>
    </li>
  );
}
