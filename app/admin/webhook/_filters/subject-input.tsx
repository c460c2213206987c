"use client";

import { useState } from "react";
import { control } from "#app/_components/ui/field.tsx";

type SubjectInputProps = { label: string; placeholder: string; current: string; apply: (text: string) => void };

/** Narrows to one thing by its id or by the address of its page; applied on Enter or when one leaves the field. */
export function SubjectInput({ label, placeholder, current, apply }: SubjectInputProps) {
  const [text, setText] = useState(current);
  return (
    <form
      method="dialog"
      className="col-span-2 sm:w-60"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== current) apply(text);
      }}
    >
      <input
        aria-label={label}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== current && apply(text)}
        className={control({ className: `h-10 text-sm ${current ? "border-accent" : "border-line"}` })}
      />
    </form>
  );
}
