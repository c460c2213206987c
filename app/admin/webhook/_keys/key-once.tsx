"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Mark } from "#app/_components/status/mark.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { toast } from "#app/_components/ui/toast.ts";

type KeyOnceProps = { secret: string; children: ReactNode; done: ReactNode };

/** A generated key, shown this once: nothing keeps it but the person. `children` says what to do with it. */
export function KeyOnce({ secret, children, done }: KeyOnceProps) {
  const [copied, setCopied] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      toast.error("La copie a été refusée par le navigateur : sélectionnez la clé et copiez-la.");
    }
  };
  return (
    <div className="rounded-2xl border border-wait/40 bg-wait-wash p-5">
      <h2 ref={title} tabIndex={-1} className="flex items-baseline gap-2.5 text-lg outline-none">
        <Mark kind="waiting" />
        Copiez cette clé maintenant
      </h2>
      <p className="mt-1 text-sm text-soft">
        Elle ne s’affichera plus : Sorami la garde chiffrée, et ne la montre à personne.
      </p>
      <p className="mt-4 flex flex-wrap items-center gap-2.5">
        <code className="min-w-0 flex-1 basis-56 rounded-lg border border-line bg-sheet px-3.5 py-2.5 font-mono text-sm break-all select-all">
          {secret}
        </code>
        <Button onClick={copy}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {copied ? "Copiée" : "Copier la clé"}
        </Button>
      </p>
      <span role="status" className="sr-only">
        {copied && "La clé est copiée."}
      </span>
      <div className="mt-4 space-y-2 text-sm text-soft">{children}</div>
      <div className="mt-4">{done}</div>
    </div>
  );
}
