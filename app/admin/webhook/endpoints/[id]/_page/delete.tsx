import { endpoints } from "#app/_components/data/keys.ts";
import { DeleteForGood } from "#app/_components/deletion/delete-for-good.tsx";
import { nameOf } from "#app/_components/text/endpoint-name.ts";
import type { EndpointView } from "#lib/contract/endpoint.ts";

export const Delete = ({ endpoint }: { endpoint: EndpointView }) => (
  <DeleteForGood
    url={endpoints.one(endpoint.id)}
    list={endpoints.all}
    page="/admin/webhook#destinations"
    name={nameOf(endpoint)}
    description="Plus rien ne partira vers elle, pas même ce qui attend. Ses livraisons passées restent dans le journal ; ses clés sont effacées."
    said="Destination supprimée"
  />
);
