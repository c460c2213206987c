import { ListOrdered } from "lucide-react";
import type { ChangeEventHandler } from "react";
import { control, Field } from "#app/_components/ui/field.tsx";

type ChaptersProps = {
  value: string;
  change: ChangeEventHandler<HTMLInputElement>;
  error: string | undefined;
  givePlan: () => void;
};

/** How many chapters; or else the author's own plan. */
export function ChaptersField({ value, change, error, givePlan }: ChaptersProps) {
  return (
    <div>
      <Field name="chapters" label="Chapitres" error={error} hint="De 1 à 30. Sinon le plan en décide, de 5 à 10.">
        {(props) => (
          <input
            {...props}
            value={value}
            onChange={change}
            autoComplete="off"
            inputMode="numeric"
            className={control()}
          />
        )}
      </Field>
      <button
        type="button"
        id="donner-plan"
        onClick={givePlan}
        className="mt-1 inline-flex min-h-8 items-center gap-1.5 text-sm text-soft transition-colors hover:text-ink"
      >
        <ListOrdered aria-hidden="true" className="size-4" />
        Donner un plan
      </button>
    </div>
  );
}
