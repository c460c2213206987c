"use client";

import useSWR from "swr";
import type { ReferenceList } from "#lib/contract/reference.ts";
import { documents } from "./keys.ts";
import type { RequestFailed } from "./request.ts";

/** The author's own documents, the last that came first. */
export const useDocuments = () => useSWR<ReferenceList, RequestFailed>(documents.list);
