"use client";

import { usePathname } from "next/navigation";
import { Link } from "#app/_components/ui/link.tsx";

const places = [
  { href: "/", label: "Atelier", within: /^\/($|jobs|manuscripts|voices)/ },
  { href: "/books", label: "Bibliothèque", within: /^\/books/ },
  { href: "/admin/models", label: "Modèles", within: /^\/admin\/models/ },
  { href: "/admin/webhook", label: "Webhooks", within: /^\/admin\/webhook/ },
] as const;

export function NavLinks({ pathname }: { pathname: string }) {
  return (
    <nav aria-label="Principale" className="order-last w-full sm:order-none sm:w-auto">
      <ul className="flex gap-5.5">
        {places.map(({ href, label, within }) => {
          const here = within.test(pathname);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={pathname === href ? "page" : here ? "true" : undefined}
                className={`-mb-px inline-block border-b pt-1 pb-2.5 text-[0.9375rem] transition-colors sm:mb-4 sm:pb-1.5 ${
                  here ? "border-accent font-medium text-ink" : "border-transparent text-soft hover:text-ink"
                }`}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function Nav() {
  return <NavLinks pathname={usePathname()} />;
}
