import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of this package. */
export const PACKAGE_FOLDER = join(__dirname, "../..");

interface PackageInfo {
    readonly name: string;
    readonly version: string;
    readonly description: string;
    readonly homepage: string;
    readonly bugs: string;
    readonly keywords: string[];
}

/** Reads this package's package.json. */
export function packageInfo(): PackageInfo {
    return JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
}
