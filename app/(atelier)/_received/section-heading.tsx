import { Link } from "#app/_components/ui/link.tsx";

type Places = "/jobs" | "/books" | "/admin/webhook/deliveries";
type SectionHeadingProps = {
  id: string;
  title: string;
  /** The page with the whole list, if there is more. */
  href?: Places;
  /** The words of the link when the title does not say what it leads to. */
  all?: string;
};

export function SectionHeading({ id, title, href, all }: SectionHeadingProps) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 id={id} className="text-[1.375rem]">
        {title}
      </h2>
      {href && (
        <Link
          href={href}
          aria-label={all ? undefined : `Tout voir : ${title.toLocaleLowerCase("fr")}`}
          className="text-sm whitespace-nowrap text-soft underline decoration-line underline-offset-4 hover:text-ink"
        >
          {all ?? "Tout voir"}
        </Link>
      )}
    </div>
  );
}
