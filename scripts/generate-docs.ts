import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { setImmediate } from "node:timers/promises";
import { configSchema } from "../src/cli/config/schema";
import { rules } from "../src/rules";
import { updateAdoption, updateSections } from "./docs/adoption";
import { dependencyTable } from "./docs/dependencies";
import { indexPage } from "./docs/index-page";
import { lengthTable } from "./docs/lengths";
import { replaceSection } from "./docs/markdown";
import { updateReadme } from "./docs/readme";
import { reportSchema } from "./docs/report-schema";
import { rulePage } from "./docs/rule-page";

const ROOT = path.resolve(__dirname, "..");
const PAGES = "docs/rules";

/** Computes the new text of a file from its current text, which only a file with generated sections needs. */
type Generator = (current: string) => string | Promise<string>;

/** The generated files, by path from the root of the repository. */
export const GENERATED: ReadonlyMap<string, Generator> = new Map<string, Generator>([
    ["docs/adoption.md", updateAdoption],
    ["examples/fix/README.md", readme => updateSections(readme, ["examples/fix"], "examples/fix")],
    ["README.md", readme => updateReadme(readme, rules)],
    ["docs/quality.md", updateQuality],
    ["docs/report.schema.json", () => printJson(reportSchema())],
    ["docs/rules.md", () => indexPage(rules)],
    ...rules.map((rule): [string, Generator] => [`${PAGES}/${rule.name}.md`, () => rulePage(rule)]),
    ["presets/config.schema.json", () => printJson(configSchema(rules))],
]);

function updateQuality(quality: string): string {
    return replaceSection(replaceSection(quality, "dependencies", dependencyTable()), "lengths", lengthTable(rules));
}

function printJson(value: unknown): string {
    return `${JSON.stringify(value, undefined, 4)}\n`;
}

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

async function update(file: string, generate: Generator): Promise<void> {
    writeFileSync(path.join(ROOT, file), await generate(readDocument(file)));
}

async function main(): Promise<void> {
    mkdirSync(path.join(ROOT, PAGES), { recursive: true });
    const updates: Promise<void>[] = [];
    for (const [file, generate] of GENERATED) {
        updates.push(update(file, generate));
        await setImmediate(); // lets the files that run commands go on
    }
    await Promise.all(updates);
    for (const page of stalePages()) rmSync(path.join(ROOT, page));
}

if (require.main === module) void main();
