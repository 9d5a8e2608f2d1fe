import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { configSchema } from "../src/cli/config/schema";
import { rules } from "../src/rules";
import { updateAdoption, updateSections } from "./docs/adoption";
import { dependencyTable } from "./docs/dependencies";
import { indexPage } from "./docs/index-page";
import { replaceSection } from "./docs/markdown";
import { outputImage, updateReadme } from "./docs/readme";
import { rulePage } from "./docs/rule-page";

const ROOT = path.resolve(__dirname, "..");
const PAGES = "docs/rules";

/** Computes the new text of a file from its current text, which only a file with generated sections needs. */
type Generator = (current: string) => string;

/** The generated files, by path from the root of the repository. */
export const GENERATED: ReadonlyMap<string, Generator> = new Map<string, Generator>([
    ["README.md", readme => updateReadme(readme, rules)],
    ["docs/adoption.md", updateAdoption],
    ["docs/check.svg", () => outputImage(rules)],
    ["docs/quality.md", quality => replaceSection(quality, "dependencies", dependencyTable())],
    ["docs/rules.md", () => indexPage(rules)],
    ["examples/fix/README.md", readme => updateSections(readme, ["examples/fix"], "examples/fix")],
    ...rules.map(rule => [`${PAGES}/${rule.name}.md`, () => rulePage(rule)] as const),
    ["presets/config.schema.json", () => `${JSON.stringify(configSchema(rules), undefined, 4)}\n`],
]);

/** Returns the pages of rules that no longer exist. */
export function stalePages(): string[] {
    const folder = path.join(ROOT, PAGES);
    const pages = existsSync(folder) ? readdirSync(folder).map(file => `${PAGES}/${file}`) : [];
    return pages.filter(page => !GENERATED.has(page));
}

/** Returns the text of a file of the repository; an empty text if it does not exist. */
export function readDocument(file: string): string {
    const location = path.join(ROOT, file);
    return existsSync(location) ? readFileSync(location, "utf8") : "";
}

if (require.main === module) {
    mkdirSync(path.join(ROOT, PAGES), { recursive: true });
    for (const [file, generate] of GENERATED) writeFileSync(path.join(ROOT, file), generate(readDocument(file)));
    for (const page of stalePages()) rmSync(path.join(ROOT, page));
}
