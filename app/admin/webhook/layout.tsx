import { Suspense } from "react";
import { SubNav, SubNavLinks } from "./_nav/sub-nav.tsx";

export default function Layout({ children }: LayoutProps<"/admin/webhook">) {
  return (
    <>
      <Suspense fallback={<SubNavLinks pathname="" />}>
        <SubNav />
      </Suspense>
      {children}
    </>
  );
}
