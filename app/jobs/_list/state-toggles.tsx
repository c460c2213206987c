import { Mark } from "#app/_components/status/mark.tsx";
import { pill } from "#app/_components/ui/pill.ts";
import { type State, stateNames, states } from "./states.ts";

type StateTogglesProps = { chosen: State[]; choose: (states: State[]) => void };

/** Chooses any of the states; none pressed means all. */
export function StateToggles({ chosen, choose }: StateTogglesProps) {
  const toggle = (state: State) =>
    choose(chosen.includes(state) ? chosen.filter((other) => other !== state) : [...chosen, state]);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">État</legend>
      {stateNames.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={chosen.includes(state)}
          onClick={() => toggle(state)}
          className={pill}
        >
          <Mark kind={states[state].mark} />
          {states[state].words}
        </button>
      ))}
    </fieldset>
  );
}
