type Listener = {
  /** `down` once the connection has been missing for a while. */
  state: (state: "live" | "down") => void;
  events: Record<string, (data: unknown) => void>;
};

const quietMs = 10_000;
const againMs = 3000;

/**
 * Reads server-sent events until told to stop, or until the event `end`. The browser resumes a broken
 * connection by itself but gives up at an error answer: then we start over. A page that nobody looks at
 * lets go, since a browser has only six connections for all the pages of a site.
 * @returns what stops it
 */
export function openEvents(url: string, { state, events }: Listener): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const drop = () => {
    clearTimeout(again);
    again = undefined;
    source?.close();
    source = undefined;
  };
  const close = () => {
    drop();
    clearTimeout(late);
    late = undefined;
  };
  const open = () => {
    if (over || document.hidden) return close();
    // The wait for a sign of life goes on from one connection to the next.
    drop();
    const current = new EventSource(url);
    source = current;
    current.onopen = () => {
      clearTimeout(late);
      late = undefined;
      state("live");
    };
    current.onerror = () => {
      late ??= setTimeout(() => state("down"), quietMs);
      if (current.readyState === EventSource.CLOSED) again = setTimeout(open, againMs);
    };
    for (const [name, listen] of Object.entries(events))
      current.addEventListener(name, ({ data }) => {
        if (name === "end") {
          over = true;
          close();
        }
        listen(JSON.parse(data));
      });
  };
  const look = () => (document.hidden ? close() : source || open());
  document.addEventListener("visibilitychange", look);
  open();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", look);
    close();
  };
}
