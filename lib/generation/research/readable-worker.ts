// A page is read in a thread of its own: whatever it does to its reader, time and memory end it there.
import { parentPort, workerData } from "node:worker_threads";
import { readable } from "./readable.ts";

parentPort?.postMessage(readable(workerData));
