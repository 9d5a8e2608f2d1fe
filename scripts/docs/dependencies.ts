import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies as versions } from "../../package.json";
import { table } from "./markdown";

/** Why each package is installed with the pack. */
const PURPOSES: Readonly<Record<keyof typeof versions, string>> = {
    "@pulumi/policy": "SDK of policy packs.",
    "@pulumi/pulumi": "Peer dependency of that SDK; has the loader that starts a pack.",
    "@sveltejs/acorn-typescript": "Adds TypeScript to acorn.",
    acorn: "Parses the programs that the command `fix` edits.",
    "fastest-levenshtein": "Suggestions for misspelled names.",
    "jsonc-parser": "Positions of syntax errors and duplicate keys in JSON files.",
    yaml: "Lines of the resources in YAML programs, and edits by the command `fix`.",
};

/** Prints the dependencies with their versions and licenses, for docs/quality.md. */
export function dependencyTable(): string {
    const rows = Object.entries(PURPOSES).map(([name, purpose]) => {
        const { license } = JSON.parse(readFileSync(join(__dirname, "../../node_modules", name, "package.json"), "utf8"));
        return [`${name} ${versions[name as keyof typeof versions]}`, license, purpose];
    });
    return table(["package", "license", "purpose"], rows);
}
