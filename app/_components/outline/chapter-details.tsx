import { useState } from "react";
import { Disclosure } from "../ui/disclosure.tsx";
import { control, Field } from "../ui/field.tsx";
import type { ChapterRow } from "./chapter-rows.ts";

type DetailsProps = {
  row: ChapterRow;
  errorOf: (field: string) => string | undefined;
  change: (fields: Partial<ChapterRow>) => void;
};

const area = control({ className: "field-sizing-content max-h-96 min-h-20 resize-none" });

/** What a chapter is about. */
export function ChapterDetails({ row, errorOf, change }: DetailsProps) {
  return (
    <div className="space-y-4">
      <Field name={`description-${row.key}`} label="Description" error={errorOf("description")}>
        {(props) => (
          <textarea
            {...props}
            value={row.description}
            onChange={({ target }) => change({ description: target.value })}
            className={area}
          />
        )}
      </Field>
      <Field name={`points-${row.key}`} label="Points clés, un par ligne" error={errorOf("key_points")}>
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
  );
}

/** The same behind a line that opens: a plan of titles alone stays short. Open as long as there is something to see. */
export function FoldedDetails({ row, errorOf, change }: DetailsProps) {
  const [chosen, choose] = useState<boolean>();
  const isFilled = row.description.trim() !== "" || row.points.trim() !== "";
  const isWrong = errorOf("description") !== undefined || errorOf("key_points") !== undefined;
  // What is being emptied stays open.
  const keepOpen: typeof change = (fields) => {
    choose(true);
    change(fields);
  };
  return (
    <Disclosure label="Description et points clés" open={(chosen ?? isFilled) || isWrong} onOpenChange={choose}>
      <div className="pt-2">
        <ChapterDetails row={row} errorOf={errorOf} change={keepOpen} />
      </div>
    </Disclosure>
  );
}
