import { useId } from "react";

const voices = {
  book: "py-2.5 font-serif text-lg/7",
  plain: "py-2 text-[0.9375rem]/6",
  code: "py-2 font-mono text-sm/6",
};

/** The classes of what is typed into. */
export const control = ({
  voice = "plain",
  className = "",
}: {
  voice?: keyof typeof voices;
  className?: string;
} = {}) =>
  `w-full rounded-lg border border-edge/80 bg-sheet px-3.5 text-ink transition-colors placeholder:text-faint placeholder:italic hover:border-soft focus-visible:outline-offset-0 aria-invalid:border-fail ${voices[voice]} ${className}`;

export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  name: string;
  label: string;
  hint?: React.ReactNode;
  error?: string | undefined;
  children: (props: ControlProps) => React.ReactNode;
};

/** A label, its control, and below it what is wrong, or else what to know; tied together for screen readers. */
export function Field({ name, label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-[0.8125rem] text-soft">
        {label}
      </label>
      {children({
        id,
        name,
        "aria-describedby": error || hint ? note : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      <FieldNote id={note} error={error} hint={hint} />
    </div>
  );
}

function FieldNote({ id, error, hint }: { id: string; error?: string | undefined; hint?: React.ReactNode }) {
  if (!error && !hint) return null;
  return (
    <p id={id} className={`mt-1.5 text-[0.8125rem] ${error ? "font-medium text-fail" : "text-faint"}`}>
      {error ?? hint}
    </p>
  );
}
