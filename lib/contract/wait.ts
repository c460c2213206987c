const hour = new Intl.DateTimeFormat("fr", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long" });

/** Rounds up to the minute, in the time zone of the process or the reader’s browser. */
export function waitSentence(until: Date, now: Date): string {
  const minute = new Date(Math.ceil(until.getTime() / 60_000) * 60_000);
  const when =
    minute.toDateString() === now.toDateString()
      ? `jusqu’à ${hour.format(minute)}`
      : `jusqu’au ${day.format(minute)} à ${hour.format(minute)}`;
  return `Le fournisseur demande d’attendre ${when}`;
}
