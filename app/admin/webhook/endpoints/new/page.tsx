import type { Metadata } from "next";
import { NewEndpoint } from "./_form/new-endpoint.tsx";

export const metadata: Metadata = { title: "Nouvelle destination" };

export default function Page() {
  return <NewEndpoint />;
}
