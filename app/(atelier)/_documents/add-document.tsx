import { type KeyboardEvent, useState } from "react";
import { Button } from "#app/_components/ui/button.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { ReferenceView } from "#lib/contract/reference.ts";
import { useAddDocument } from "./use-add-document.ts";

const accepted =
  ".pdf,.docx,.epub,.md,.markdown,.txt,application/pdf,application/epub+zip,text/markdown,text/plain,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const dropZone =
  "block w-full cursor-pointer rounded-lg border border-dashed border-edge bg-sheet px-3.5 py-3 text-sm text-soft transition-colors hover:border-soft aria-invalid:border-fail file:mr-3 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-line file:bg-paper file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink";

function statusOf(busy: "file" | "url" | undefined, progress: number | undefined): string {
  if (busy === "url") return "Lecture de la page…";
  if (busy !== "file") return "";
  return progress !== undefined && progress < 1 ? "Envoi du fichier…" : "Lecture du fichier…";
}

/** Adds a file as soon as it is chosen, or a page by its address; in the form of an order, which it does not send. */
export function AddDocument({ added }: { added: (document: ReferenceView) => void }) {
  const { addFile, addPage, busy, progress, errors } = useAddDocument(added);
  const [url, setUrl] = useState("");
  const addTyped = async () => {
    if (url.trim() !== "" && !busy && (await addPage(url))) setUrl("");
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void addTyped();
  };
  return (
    <div className="space-y-4">
      <Field
        name="document"
        label="Ajouter un fichier, à choisir ou à déposer ici"
        error={errors.file}
        hint={"PDF, DOCX, EPUB, Markdown ou texte, 20\u00a0Mio au plus."}
      >
        {(props) => (
          <input
            {...props}
            type="file"
            accept={accepted}
            disabled={busy !== undefined}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              // The same file may be chosen again, once it is mended.
              target.value = "";
              if (file) void addFile(file);
            }}
            className={dropZone}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <Field name="address" label="Ou une page, par son adresse" error={errors.url}>
            {(props) => (
              <input
                {...props}
                type="url"
                value={url}
                onChange={({ target }) => setUrl(target.value)}
                onKeyDown={addOnEnter}
                placeholder="https://…"
                autoComplete="off"
                className={control()}
              />
            )}
          </Field>
        </div>
        <Button className="sm:mt-6.5" busy={busy !== undefined} onClick={addTyped}>
          Ajouter la page
        </Button>
      </div>
      <p role="status" className="text-[0.8125rem] text-soft empty:hidden">
        {statusOf(busy, progress)}
      </p>
    </div>
  );
}
