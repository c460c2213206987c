import { type RefObject, useEffect } from "react";

/** Sets a value as a person would: React notes what is assigned to the control itself, and so takes no change from it. */
function retype(control: HTMLInputElement | HTMLTextAreaElement) {
  const typed = control.value;
  control.value = control.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, typed);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function retick(control: HTMLInputElement) {
  control.checked = !control.checked;
  control.click();
}

const isTicked = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

/** Nobody but its reader may set the value of one. */
const isFileField = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "file";

/** Only a select that the server has rendered marks the option it came with: any other was never out of React's sight. */
const isRechosen = ({ options }: HTMLSelectElement) =>
  Array.from(options).some(({ defaultSelected, selected }) => defaultSelected && !selected);

function replay(control: Element) {
  if (control instanceof HTMLSelectElement) {
    if (isRechosen(control)) control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (isFileField(control)) {
    if (control.files?.length) control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (isTicked(control)) {
    const isUnticked = control.type === "radio" && !control.checked;
    if (control.checked !== control.defaultChecked && !isUnticked) retick(control);
  } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    if (control.value !== control.defaultValue) retype(control);
  }
}

/**
 * Tells React what was typed, ticked or chosen in an element while the page could be seen but its JavaScript had not run
 * yet. React leaves it in the control, but knows the first value alone, and puts that one back the next time it renders.
 */
export function useReplayedEdits(container: RefObject<HTMLElement | null>) {
  useEffect(() => container.current?.querySelectorAll("input, textarea, select").forEach(replay), [container]);
}
