import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What package.json says of this package. */
export function packageInfo(): { readonly name: string; readonly version: string; readonly homepage?: string } {
    return JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"));
}
