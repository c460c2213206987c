"use client";

import { count, duration } from "#app/_components/text/numbers.ts";
import { parseSchedule } from "#lib/contract/schedule.ts";
import { TextField } from "./text-field.tsx";

type ScheduleFieldProps = {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  /** The schedule it follows while it has none of its own: milliseconds before each attempt. */
  shared: number[] | undefined;
};

/** Lists the time of each attempt, counted from the first. */
function Times({ delays }: { delays: number[] }) {
  const times = delays.map((_, index) => delays.slice(0, index + 1).reduce((sum, delay) => sum + delay, 0));
  return (
    <ol aria-label="Heure de chaque essai" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] text-soft">
      {times.map((time, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an attempt is its position
        <li key={index} className="whitespace-nowrap">
          <span className="text-faint">{index + 1}.</span> {time === 0 ? "aussitôt" : `+ ${duration(time)}`}
        </li>
      ))}
    </ol>
  );
}

export function ScheduleField({ value, onChange, error, shared }: ScheduleFieldProps) {
  const own = value.trim() === "" ? undefined : parseSchedule(value.trim());
  const delays = value.trim() === "" ? shared : own;
  const explanation =
    value.trim() === ""
      ? "Vide\u202f: le calendrier commun. Sinon une attente avant chaque essai, par exemple 0s,30s,5m,2h."
      : delays
        ? `${count(delays.length, "essai")}, à 20 % près.`
        : "Attend des durées séparées par des virgules\u202f: 0s,30s,5m,2h.";
  return (
    <div>
      <TextField
        name="retry_schedule"
        label="Calendrier des essais"
        code
        value={value}
        onChange={onChange}
        error={error}
        hint={explanation}
        placeholder="celui de toutes"
      />
      {delays && <Times delays={delays} />}
    </div>
  );
}
