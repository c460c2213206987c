import { count } from "#app/_components/text/numbers.ts";
import { Notice } from "#app/_components/ui/notice.tsx";
import { ScrollRegion } from "#app/_components/ui/scroll-region.tsx";

/** The lines of the paste that no chapter took: nothing is left out in silence. */
export function UnplacedLines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <Notice kind="waiting">
      <p>{`${count(lines.length, "ligne n’a", "lignes n’ont")} trouvé place dans aucun chapitre\u202f:`}</p>
      <ScrollRegion label="Lignes sans chapitre" className="mt-1 max-h-40 overflow-auto text-[0.8125rem] text-soft">
        <p className="whitespace-pre-wrap">{lines.join("\n")}</p>
      </ScrollRegion>
    </Notice>
  );
}
