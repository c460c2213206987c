// Reads a page in a thread of its own, whose time and memory are bounded.
import { parentPort, workerData } from "node:worker_threads";
import { readPageText } from "./readable.ts";

parentPort?.postMessage(readPageText(workerData));
