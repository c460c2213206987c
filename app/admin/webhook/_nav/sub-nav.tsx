"use client";

import { usePathname } from "next/navigation";
import { Link } from "#app/_components/ui/link.tsx";

const places = [
  { href: "/admin/webhook", label: "Configuration", within: /^\/admin\/webhook($|\/endpoints)/ },
  { href: "/admin/webhook/deliveries", label: "Livraisons", within: /^\/admin\/webhook\/deliveries/ },
  { href: "/admin/webhook/inbox", label: "Reçus", within: /^\/admin\/webhook\/inbox/ },
] as const;

export function SubNavLinks({ pathname }: { pathname: string }) {
  return (
    <nav aria-label="Webhooks" className="pt-5">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {places.map(({ href, label, within }) => {
          const here = within.test(pathname);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={pathname === href ? "page" : here ? "true" : undefined}
                className={`inline-flex min-h-8 items-center underline-offset-6 transition-colors ${
                  here ? "font-medium text-ink underline decoration-accent" : "text-soft hover:text-ink"
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

export function SubNav() {
  return <SubNavLinks pathname={usePathname()} />;
}
