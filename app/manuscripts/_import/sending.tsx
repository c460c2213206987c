/** How far the sending is; once all has left, the server reads. It is there from the start, so that it is announced. */
export function Sending({ progress }: { progress: number | undefined }) {
  const isLeaving = progress !== undefined && progress < 1;
  return (
    <div className="flex min-w-0 flex-1 basis-56 items-center gap-3 text-[0.8125rem] text-soft">
      <p role="status">{progress === undefined ? "" : isLeaving ? "Envoi du fichier…" : "Lecture du manuscrit…"}</p>
      {isLeaving && (
        <progress aria-label="Envoi du fichier" value={progress} max={1} className="h-1.5 w-full max-w-56" />
      )}
    </div>
  );
}
