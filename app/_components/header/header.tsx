import { Suspense } from "react";
import { Link } from "#app/_components/ui/link.tsx";
import { ModelNotice } from "./model-notice.tsx";
import { Nav, NavLinks } from "./nav.tsx";

export function Header() {
  return (
    <header className="mx-auto max-w-6xl px-5 sm:px-8">
      <div className="flex flex-wrap items-baseline gap-x-7 gap-y-1 border-b border-line pt-5 sm:pt-7">
        <Link href="/" className="pb-3 font-serif text-2xl font-medium tracking-tight sm:pb-5.5">
          Sorami
        </Link>
        <Suspense fallback={<NavLinks pathname="" />}>
          <Nav />
        </Suspense>
        <div className="ml-auto">
          <Suspense>
            <ModelNotice />
          </Suspense>
        </div>
      </div>
    </header>
  );
}
