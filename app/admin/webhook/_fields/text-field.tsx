import { control, Field } from "#app/_components/ui/field.tsx";

type TextFieldProps = {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  hint?: React.ReactNode;
  code?: boolean;
  type?: "text" | "url" | "password";
  placeholder?: string;
};

/** One line of text, never corrected nor completed by the browser. */
export function TextField({
  name,
  label,
  value,
  onChange,
  error,
  hint,
  code,
  type = "text",
  placeholder,
}: TextFieldProps) {
  return (
    <Field name={name} label={label} error={error} hint={hint}>
      {(props) => (
        <input
          {...props}
          type={type}
          spellCheck={false}
          autoComplete={type === "password" ? "new-password" : "off"}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={control({ voice: code ? "code" : "plain" })}
        />
      )}
    </Field>
  );
}
