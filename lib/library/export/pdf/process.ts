// Runs as a process of its own, which `make-in-process.ts` starts by its path: an edition comes as JSON, a PDF goes.
import path from "node:path";
import { json } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import type { Edition } from "../edition.ts";
import { readBook } from "../text/book-text.ts";
import { setBook } from "./set.ts";

new Worker(path.join(import.meta.dirname, "guard.ts")).unref();
const edition = (await json(process.stdin)) as Edition;
process.stdout.end(await setBook(await readBook(edition)));
