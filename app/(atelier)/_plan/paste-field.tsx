import { useEffect, useRef } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";

type PasteProps = {
  text: string;
  paste: (text: string) => void;
  /** The chapters below were changed by hand since: the text waits to be read. */
  isUnread: boolean;
  read: () => void;
  error: string | undefined;
  /** It appears to be filled in, and not beside a plan that is there already. */
  takesFocus: boolean;
};

const placeholder = "1. Le sel de mer\n   - les marais\n   - la récolte\n2. Le sel de mine";

/** Takes the plan as it stands elsewhere. */
export function PasteField({ text, paste, isUnread, read, error, takesFocus }: PasteProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef(takesFocus);
  useEffect(() => {
    if (wanted.current) area.current?.focus();
  }, []);
  return (
    <div>
      <Field
        name="paste"
        label="Collez votre plan"
        error={error}
        hint="Une liste, un sommaire ou du Markdown. Sous un titre, du texte le décrit et des puces sont ses points clés."
      >
        {(props) => (
          <textarea
            {...props}
            ref={area}
            rows={4}
            value={text}
            onChange={({ target }) => paste(target.value)}
            placeholder={placeholder}
            className={control({ className: "field-sizing-content max-h-72 min-h-28 resize-none" })}
          />
        )}
      </Field>
      {isUnread && (
        <Button className="mt-3" onClick={read}>
          Remplacer la liste par ce texte
        </Button>
      )}
    </div>
  );
}
