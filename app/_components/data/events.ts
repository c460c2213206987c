type Listener = {
  /** `down` once the connection has been missing for a while. */
  state: (state: "live" | "down") => void;
  events: Record<string, (data: unknown) => void>;
};

const silenceMs = 10_000;
const reopenMs = 3000;

/**
 * Reads server-sent events until told to stop, or until the event `end`. The browser resumes a broken
 * connection by itself but gives up at an error answer: then we start over. A page that nobody looks at
 * lets go, since a browser has only six connections for all the pages of a site.
 * @returns a function that stops it
 */
export function openEvents(url: string, { state, events }: Listener): () => void {
  let source: EventSource | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const disconnect = () => {
    clearTimeout(reopening);
    reopening = undefined;
    source?.close();
    source = undefined;
  };
  const close = () => {
    disconnect();
    clearTimeout(silence);
    silence = undefined;
  };
  const open = () => {
    if (ended || document.hidden) return close();
    // The wait for a sign of life goes on from one connection to the next.
    disconnect();
    const current = new EventSource(url);
    source = current;
    current.onopen = () => {
      clearTimeout(silence);
      silence = undefined;
      state("live");
    };
    current.onerror = () => {
      silence ??= setTimeout(() => state("down"), silenceMs);
      if (current.readyState === EventSource.CLOSED) reopening = setTimeout(open, reopenMs);
    };
    for (const [name, listen] of Object.entries(events))
      current.addEventListener(name, ({ data }) => {
        if (name === "end") {
          ended = true;
          close();
        }
        listen(JSON.parse(data));
      });
  };
  const followVisibility = () => (document.hidden ? close() : source || open());
  document.addEventListener("visibilitychange", followVisibility);
  open();
  return () => {
    ended = true;
    document.removeEventListener("visibilitychange", followVisibility);
    close();
  };
}
