"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { JobDetail } from "#lib/contract/job.ts";

const TranslateForm = dynamic(() => import("./translate-form.tsx").then((module) => module.TranslateForm));

const underlined = "underline decoration-line underline-offset-4 hover:text-ink hover:decoration-accent";

/** What a finished book may become: its translation, or another book that starts from it. */
export function NextBook({ job }: { job: JobDetail }) {
  const [open, setOpen] = useState(false);
  const from = (as: string) => `/?from=${encodeURIComponent(job.job_id)}&as=${as}` as const;
  return (
    <section aria-labelledby="ensuite">
      <h2 id="ensuite" className="border-b border-line pb-2 text-lg">
        Et ensuite
      </h2>
      <div className="pt-2.5">
        <Disclosure label="Traduire" open={open} onOpenChange={setOpen}>
          {open && <TranslateForm job={job} />}
        </Disclosure>
      </div>
      <p className="pt-2 text-sm text-soft">
        Nouveau livre à partir de celui-ci{"\u202f"}:{" "}
        <Link href={from("sequel")} className={underlined}>
          une suite
        </Link>{" "}
        ou{" "}
        <Link href={from("edition")} className={underlined}>
          une nouvelle édition
        </Link>
        .
      </p>
    </section>
  );
}
