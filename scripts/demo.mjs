import { runPinned } from "./bootstrap.mjs";

runPinned("scripts/demo.ts");
