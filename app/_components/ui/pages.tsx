import { Button } from "./button.tsx";

type PagesProps = { cursor: string | null; older: string | null; turnTo: (cursor: string | null) => void };

/** Links to the other pages of a list, newest first. */
export function Pages({ cursor, older, turnTo }: PagesProps) {
  if (!cursor && !older) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-3">
      {cursor && <Button onClick={() => turnTo(null)}>Les plus récentes</Button>}
      {older && <Button onClick={() => turnTo(older)}>Plus anciennes</Button>}
    </nav>
  );
}
