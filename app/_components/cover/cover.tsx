import { cloths, lettering } from "./palette.ts";
import { height, patterns, width } from "./patterns.ts";
import { pick, seeded } from "./seed.ts";

function titleSize(title: string): string {
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length));
  const size = title.length > 90 ? 8 : title.length > 48 ? 9.6 : title.length > 28 ? 11 : 12.4;
  return `${Math.max(4.5, Math.min(size, 142 / Math.max(longest, 1)))}cqw`;
}

/** A book's cover, drawn from its topic: cloth, line drawing, title, imprint. Sizes itself to its container's width. */
export function Cover({ title, topic, className = "" }: { title: string; topic: string; className?: string }) {
  const random = seeded(topic.trim().toLocaleLowerCase("fr"));
  const cloth = pick(random, cloths);
  const lines = pick(random, patterns)(random);
  return (
    <div
      role="img"
      aria-label={`Couverture : ${title}`}
      className={`@container relative aspect-2/3 w-full overflow-hidden rounded-xs rounded-r-sm shadow-[0_1px_2px_rgb(0_0_0/.18),0_8px_20px_-8px_rgb(0_0_0/.28)] ${className}`}
      style={{ background: cloth, color: lettering }}
    >
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className="absolute inset-0 size-full">
        <path d={lines.join("")} fill="none" stroke="currentColor" strokeWidth="0.7" opacity="0.55" />
      </svg>
      <span
        aria-hidden="true"
        className="absolute inset-x-0 top-0 h-3/5"
        style={{ background: `linear-gradient(${cloth} 45%, transparent)` }}
      />
      <span aria-hidden="true" className="absolute inset-0 bg-[linear-gradient(90deg,rgb(0_0_0/.28),transparent_7%)]" />
      <span
        aria-hidden="true"
        className="absolute inset-x-[9%] top-[7%] line-clamp-6 text-left hyphens-auto font-serif leading-[1.18] font-medium text-pretty"
        style={{ fontSize: titleSize(title) }}
      >
        {title}
      </span>
      <span
        aria-hidden="true"
        className="absolute bottom-[6%] left-[9%] px-[1.5cqw] text-[6.2cqw] tracking-[0.08em] -ml-[1.5cqw]"
        style={{ background: cloth }}
      >
        SORAMI
      </span>
    </div>
  );
}
