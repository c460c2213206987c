"use client";

import NextLink, { type LinkProps } from "next/link";
import { useState } from "react";

/** A link whose page is fetched ahead once someone reaches for it, instead of as soon as it is in sight. */
export function Link<Route extends string>(props: LinkProps<Route>) {
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  return (
    <NextLink
      {...props}
      prefetch={reached ? null : false}
      onPointerEnter={reach}
      onTouchStart={reach}
      onFocus={reach}
    />
  );
}
