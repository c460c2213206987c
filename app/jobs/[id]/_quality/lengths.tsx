import { count, percent } from "#app/_components/text/numbers.ts";
import type { QualitySheet } from "#lib/contract/quality.ts";

const signed = (share: number) => `${share > 0 ? "+" : share < 0 ? "−" : ""}${percent(Math.abs(share))}`;

/** The words of each chapter beside its budget; a sheet of before budgets has one for all. */
export function Lengths({ length: { asked, chapters } }: { length: QualitySheet["length"] }) {
  return (
    <table className="mt-2 w-full text-sm">
      <thead className="text-left text-[0.8125rem] text-faint">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 font-normal">
            Chapitre
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Écrit
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Écart
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line text-soft">
        {chapters.map(({ position, words, asked: budget = asked }) => (
          <tr key={position}>
            <th scope="row" className="py-2 text-left font-normal">
              {position}
            </th>
            <td className="py-2 text-right">{count(words, "mot")}</td>
            <td className="py-2 text-right">{signed(words / budget - 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
