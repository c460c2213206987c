"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { RequestFailed } from "../data/request.ts";
import { type FieldErrors, type SubjectOf, toFieldErrors, withoutFields } from "./field-errors.ts";
import { useReplayedEdits } from "./use-replayed-edits.ts";

type EditForm<Values extends object, Body, Saved> = {
  /** The server's values: a field that nobody has edited goes on showing its own. */
  initial: Values;
  /** The body of the request; undefined when there is nothing to send. */
  toBody: (values: Values) => Body | undefined;
  /** Errors that are known without asking the server. */
  check?: (values: Values) => FieldErrors;
  subjectOf: SubjectOf;
  send: (body: Body) => Promise<Saved>;
  /** Runs before the edits that were sent are dropped. */
  onSaved: (saved: Saved) => unknown;
};

/** The edits that were made after the others had been sent. */
function withoutSent<Values extends object>(edits: Partial<Values>, sent: Partial<Values>): Partial<Values> {
  const left = { ...edits };
  for (const name in sent) if (left[name] === sent[name]) delete left[name];
  return left;
}

/**
 * A form over values that the server may change meanwhile: it holds the edits alone. The server judges them; what it
 * refuses is shown at the fields that it names, the first of which receives the focus.
 */
export function useEditForm<Values extends object, Body, Saved>(options: EditForm<Values, Body, Saved>) {
  const { initial, toBody, check, subjectOf, send, onSaved } = options;
  const ref = useRef<HTMLFormElement>(null);
  useReplayedEdits(ref);
  const [edits, setEdits] = useState<Partial<Values>>({});
  const [errors, setErrors] = useState<FieldErrors>({});
  const [refusals, setRefusals] = useState(0);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const values: Values = { ...initial, ...edits };
  const body = toBody(values);

  // At a refusal alone: an error that goes away while typing must not move the focus.
  useEffect(() => {
    if (refusals > 0) ref.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refusals]);

  const refuse = (found: FieldErrors) => {
    setErrors(found);
    setRefusals((count) => count + 1);
  };

  const set = (part: Partial<Values>) => {
    setEdits((before) => ({ ...before, ...part }));
    setErrors((before) => withoutFields(before, Object.keys(part)));
  };

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || body === undefined) return;
    setFailure(undefined);
    const known = check?.(values) ?? {};
    if (Object.keys(known).length > 0) return refuse(known);
    setErrors({});
    setBusy(true);
    try {
      await onSaved(await send(body));
      setEdits((now) => withoutSent(now, edits));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const named = error.issues.filter(({ path }) => (path.split(".")[0] ?? "") in values);
      if (named.length > 0) refuse(toFieldErrors(named, subjectOf));
      else setFailure(error.message);
    } finally {
      setBusy(false);
    }
  };

  const reset = () => {
    setEdits({});
    setErrors({});
    setFailure(undefined);
  };

  // A button pressed before the page's JavaScript runs would send the form as a request for this page and lose its text: of
  // a form without a dialog, that method sends nothing.
  const form = { ref, noValidate: true, method: "dialog", onSubmit: submit };
  return { form, values, set, errors, failure, busy, changed: body !== undefined, reset };
}
