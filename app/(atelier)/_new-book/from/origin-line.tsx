import { Button } from "#app/_components/ui/button.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import type { From } from "../fields.ts";

const told: Record<From["as"], { is: string; takes: string }> = {
  sequel: {
    is: "Une suite de",
    takes: "Son plan saura ce que ce livre contient\u202f; une bible, s’il en a une, passe à la suite.",
  },
  edition: { is: "Une nouvelle édition de", takes: "Le plan de ce livre est dans «\u202fPréciser\u202f», à corriger." },
};

/** Says which book the order is made from, and lets it go. */
export function OriginLine({ from, leave }: { from: From; leave: () => void }) {
  const { is, takes } = told[from.as];
  return (
    <div role="status" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-y border-line py-3 text-sm">
      <p className="min-w-0 flex-1 basis-64 text-soft">
        {is}{" "}
        <Link
          href={`/jobs/${from.job_id}`}
          className="font-medium text-ink underline decoration-line underline-offset-4"
        >
          {from.title}
        </Link>
        . {takes}
      </p>
      <Button look="bare" onClick={leave}>
        Partir d’une page blanche
      </Button>
    </div>
  );
}
