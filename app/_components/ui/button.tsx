import type { ComponentProps } from "react";

const looks = {
  primary: "bg-ink text-paper hover:bg-ink/88",
  quiet: "border border-line bg-sheet text-ink hover:border-edge",
  danger: "border border-fail/40 bg-sheet text-fail hover:border-fail",
  bare: "-mx-2 px-2 text-soft hover:text-ink",
};

type ButtonLook = { look?: keyof typeof looks; className?: string | undefined };

/** The classes of everything that is pressed: links included. */
export const button = ({ look = "quiet", className = "" }: ButtonLook = {}) =>
  `inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 py-2 text-[0.9375rem] font-medium whitespace-nowrap transition-[background-color,border-color,opacity,translate] duration-150 active:translate-y-px disabled:cursor-default disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 ${looks[look]} ${className}`;

type ButtonProps = ComponentProps<"button"> & ButtonLook & { busy?: boolean };

/** `busy` keeps it focusable while its work is under way, and ignores further presses. */
export function Button({ look, busy = false, className, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      className={button({ ...(look && { look }), className })}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...rest}
    />
  );
}
