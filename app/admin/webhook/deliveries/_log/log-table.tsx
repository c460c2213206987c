import type { DeliveryView } from "#lib/contract/delivery.ts";
import { LogRow } from "./log-row.tsx";

const columns = ["État", "Livraison", "Destination", "Réponse", "Essais", "Prochain essai", "Dernier envoi"];

type LogTableProps = { deliveries: DeliveryView[]; nameOf: (endpointId: string) => string };

/** A table on a wide screen, cards on a narrow one. */
export function LogTable({ deliveries, nameOf }: LogTableProps) {
  return (
    <table className="w-full text-left text-sm max-md:block md:table-fixed">
      <caption className="sr-only">Livraisons, de la plus récente à la plus ancienne</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line text-[0.8125rem] text-faint">
          {columns.map((name, index) => (
            <th key={name} scope="col" className={`py-2 pr-4 font-normal last:pr-0 last:text-right ${widths[index]}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {deliveries.map((delivery) => (
          <LogRow key={delivery.id} delivery={delivery} endpoint={nameOf(delivery.endpoint_id)} />
        ))}
      </tbody>
    </table>
  );
}

const widths = ["w-28", "", "w-44 max-lg:hidden", "w-28", "w-20 max-md:hidden", "w-36", "w-28"];
