import { statusWords } from "#app/_components/status/describe-delivery.ts";
import { Mark, type MarkKind } from "#app/_components/status/mark.tsx";
import { pill } from "#app/_components/ui/pill.ts";
import type { DeliveryStatus } from "#lib/contract/delivery.ts";
import { deliveryStatuses } from "#lib/contract/values.ts";

const marks: Record<DeliveryStatus, MarkKind> = {
  pending: "waiting",
  delivered: "done",
  failed: "failed",
  disabled: "off",
};

type StatusTogglesProps = { chosen: DeliveryStatus[]; choose: (statuses: DeliveryStatus[]) => void };

/** Chooses any of the statuses; none pressed means all. */
export function StatusToggles({ chosen, choose }: StatusTogglesProps) {
  const toggle = (status: DeliveryStatus) =>
    choose(chosen.includes(status) ? chosen.filter((other) => other !== status) : [...chosen, status]);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">État</legend>
      {deliveryStatuses.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen.includes(status)}
          onClick={() => toggle(status)}
          className={pill}
        >
          <Mark kind={marks[status]} />
          {statusWords[status]}
        </button>
      ))}
    </fieldset>
  );
}
