import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_FOLDER } from "../util/package-info";

/** Reads the page of a rule, as Markdown without the comment at its start. */
export function readRulePage(name: string): string {
    const page = readFileSync(join(PACKAGE_FOLDER, "docs/rules", `${name}.md`), "utf8");
    return page.replace(/^<!--.*-->\s*/, "");
}
