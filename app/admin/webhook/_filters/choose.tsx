export type Choice<Value extends string = string> = { value: Value; label: string };

export const toChoices = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value): Choice<Value> => ({ value, label: words[value] }));

type ChooseProps<Value extends string> = {
  label: string;
  /** The words for no choice. */
  all: string;
  choices: Choice<Value>[];
  value: Value | null;
  choose: (value: Value | null) => void;
};

/** One filter with a fixed set of values; a value that is not among them, from a link, is shown as it is. */
export function Choose<Value extends string>({ label, all, choices, value, choose }: ChooseProps<Value>) {
  const known = value === null || choices.some((choice) => choice.value === value);
  return (
    <select
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => choose(choices.find((choice) => choice.value === event.target.value)?.value ?? null)}
      className={`h-10 min-w-0 max-w-full text-ellipsis rounded-lg border bg-sheet pr-2 pl-3 text-sm transition-colors hover:border-edge sm:max-w-52 ${
        value === null ? "border-line text-soft" : "border-accent text-ink"
      }`}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
      {!known && <option value={value}>{value}</option>}
    </select>
  );
}
