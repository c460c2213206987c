import type { BulkResendView } from "#lib/contract/bulk-resend.ts";

/** Received, failed again, and on their way, out of all. */
export function ResendBar({ resend }: { resend: BulkResendView }) {
  const { total, delivered, failed, waiting, skipped } = resend;
  const ended = delivered + failed + skipped;
  const percent = total === 0 ? 100 : Math.min(100, Math.round((ended / total) * 100));
  const parts = [
    { name: "delivered", part: delivered, fill: "bg-accent" },
    { name: "failed", part: failed, fill: "bg-fail" },
    { name: "skipped", part: skipped, fill: "bg-edge" },
    { name: "waiting", part: waiting, fill: "bg-accent/35" },
  ];
  return (
    <div
      role="progressbar"
      aria-label="Avancement du renvoi"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${percent} %`}
      className="mt-3 flex h-1.5 overflow-hidden rounded-full bg-track"
    >
      {parts.map(({ name, part, fill }) => (
        <span
          key={name}
          style={{ width: `${total === 0 ? 0 : (part / total) * 100}%` }}
          className={`transition-[width] duration-500 ${fill}`}
        />
      ))}
    </div>
  );
}
