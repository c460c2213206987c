import type { RequestFailed } from "../data/request.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Replaces a part of the page whose data cannot be read. */
export function Failure({ error, retry }: { error: RequestFailed; retry: () => void }) {
  return (
    <Notice kind="failed" live>
      <p>
        {error.message} {error.status === 0 && "Vérifiez que le serveur tourne : la page se mettra à jour d’elle-même."}
      </p>
      <Button className="mt-3" onClick={retry}>
        Réessayer
      </Button>
    </Notice>
  );
}
