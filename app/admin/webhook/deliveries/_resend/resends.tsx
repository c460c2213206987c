"use client";

import { useState } from "react";
import { ResendProgress } from "./resend-progress.tsx";
import { useResends } from "./use-resends.ts";

/** Lists the bulk resends under way or just ended, wherever they were started. */
export function Resends({ nameOf }: { nameOf: (endpointId: string) => string }) {
  const { resends, refresh } = useResends();
  const [dismissed, setDismissed] = useState<string[]>([]);
  const shown = resends.filter(({ id }) => !dismissed.includes(id));
  if (shown.length === 0) return null;
  return (
    <section aria-label="Renvois en nombre" className="mt-6 space-y-3">
      {shown.map((resend) => (
        <ResendProgress
          key={resend.id}
          resend={resend}
          nameOf={nameOf}
          changed={refresh}
          dismiss={() => setDismissed([...dismissed, resend.id])}
        />
      ))}
    </section>
  );
}
