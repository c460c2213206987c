// Before `npm start`: says what is missing, instead of the stack of a file that is not there.
import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const built = [".next/BUILD_ID", "lib/database/generated"].every((file) => existsSync(path.join(root, file)));
if (!built) {
  console.error("Sorami n’est pas encore construit : lancez d’abord npm run build.");
  process.exit(1);
}
