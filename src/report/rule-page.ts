import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentedRule } from "../core/rule";
import { PACKAGE_FOLDER } from "../util/package-info";

/** A link to another document or to a heading. */
const RELATIVE_LINK = /\]\((?=[.#])([^)\s]+)\)/g;

/** Returns the page of a rule as Markdown with complete links; for a rule without a page, its description and remediation. */
export function readRulePage({ name, description, remediation, url }: DocumentedRule): string {
    const file = join(PACKAGE_FOLDER, "docs/rules", `${name}.md`);
    if (!existsSync(file)) return `${description} ${remediation}\n`;
    const page = readFileSync(file, "utf8").replace(/<!--.*-->\s*/, "");
    return page.replace(RELATIVE_LINK, (_link, target: string) => `](${new URL(target, url)})`);
}
