import { Trash2 } from "lucide-react";
import { control } from "#app/_components/ui/field.tsx";

type Line = { name: string; value: string };
type HeaderLineProps = {
  line: Line;
  invalid: boolean;
  note: string;
  onChange: (part: Partial<Line>) => void;
  onRemove: () => void;
};

/** A header being written. */
export function HeaderLine({ line, invalid, note, onChange, onRemove }: HeaderLineProps) {
  const shared = {
    spellCheck: false,
    autoComplete: "off",
    className: control({ voice: "code" }),
    "aria-describedby": note,
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <input
        {...shared}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this line
        autoFocus={line.name === ""}
        aria-label="Nom de l’en-tête"
        aria-invalid={invalid || undefined}
        placeholder="X-Client"
        value={line.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <input
        {...shared}
        aria-label={`Valeur de ${line.name || "l’en-tête"}`}
        placeholder="valeur"
        value={line.value}
        onChange={(event) => onChange({ value: event.target.value })}
        className={`${shared.className} max-sm:order-last max-sm:col-span-full`}
      />
      <button
        type="button"
        aria-label={`Abandonner ${line.name || "cette ligne"}`}
        onClick={onRemove}
        className="flex size-10.5 items-center justify-center rounded-md text-faint hover:text-ink"
      >
        <Trash2 aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
