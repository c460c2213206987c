/** The place of something that is coming; the wait itself is announced by what holds it. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`block animate-breathe rounded-md bg-track/70 ${className}`} />;
}

export function Loading({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="status" aria-label={label}>
      {children}
    </div>
  );
}

type SkeletonBlockProps = {
  label: string;
  className?: string;
  /** The size of each bar, as classes. */
  bars: string[];
};

/** Announces the wait, and keeps the place of what is coming by bars. */
export function SkeletonBlock({ label, className, bars }: SkeletonBlockProps) {
  return (
    <Loading label={label}>
      <div className={className}>
        {bars.map((bar, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its position
          <Skeleton key={index} className={bar} />
        ))}
      </div>
    </Loading>
  );
}
