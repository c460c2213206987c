import Link from "next/link";

type SectionHeadingProps = { id: string; title: string; href: "/books" | "/admin/webhook/deliveries" };

export function SectionHeading({ id, title, href }: SectionHeadingProps) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 id={id} className="text-[1.375rem]">
        {title}
      </h2>
      <Link
        href={href}
        aria-label={`Tout voir : ${title.toLocaleLowerCase("fr")}`}
        className="text-sm whitespace-nowrap text-soft underline decoration-line underline-offset-4 hover:text-ink"
      >
        Tout voir
      </Link>
    </div>
  );
}
