import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";

const CATEGORIES: Readonly<Record<string, string>> = {
    valid: "deployability",
    no: "security",
    require: "security",
    limit: "limits",
    match: "consistency",
};

/**
 * Creates a rule and its spec from templates, and adds the rule to the index.
 *
 * @returns the files that were written, relative to `root`
 * @throws Error if the name does not fit the naming scheme or is taken
 */
export function newRule(root: string, name: string): string[] {
    const prefixes = Object.keys(CATEGORIES);
    if (!new RegExp(`^(${prefixes.join("|")})(-[a-z]+)+$`).test(name)) {
        const accepted = prefixes.map(prefix => `${prefix}-`).join(", ");
        throw new Error(`"${name}" is not a rule name; use lowercase words joined by hyphens, starting with one of ${accepted}.`);
    }
    const rule = `src/rules/${name}.ts`;
    const spec = `tests/rules/${name}.spec.ts`;
    const index = "src/rules/index.ts";
    const existing = [rule, spec].find(file => existsSync(path.join(root, file)));
    if (existing) throw new Error(`${existing} already exists.`);
    const withRule = addToIndex(readFileSync(path.join(root, index), "utf8"), name);
    const contents = { [rule]: ruleTemplate(name), [spec]: specTemplate(name), [index]: withRule };
    for (const [file, content] of Object.entries(contents)) writeFileSync(path.join(root, file), content);
    return Object.keys(contents);
}

/** Adds the import and the list entry, both in alphabetical order. */
export function addToIndex(source: string, name: string): string {
    const variable = name.replace(/-[a-z]/g, word => word.slice(1).toUpperCase());
    const withImport = insertSorted(source, /^import \w+ from "\.\/([a-z-]+)";\n/gm, name, `import ${variable} from "./${name}";\n`);
    return insertSorted(withImport, /^ {4}(\w+),\n/gm, variable, `    ${variable},\n`);
}

/** Inserts a line before the first line whose captured key sorts after `key`, or after the last. */
function insertSorted(source: string, lines: RegExp, key: string, line: string): string {
    const matches = [...source.matchAll(lines)];
    const last = matches.at(-1);
    if (!last) throw new Error(`src/rules/index.ts has no line like ${line.trim()}`);
    const next = matches.find(match => (match[1] as string) > key);
    const position = next ? next.index : last.index + last[0].length;
    return source.slice(0, position) + line + source.slice(position);
}

function ruleTemplate(name: string): string {
    const prefix = name.slice(0, name.indexOf("-"));
    const scope = prefix === "match" ? '\n    scope: "stack",' : "";
    const whenNotToUse = prefix === "valid" ? "" : '\n        whenNotToUse: "TODO: when to turn the rule off.",';
    return `import { defineRule } from "../core/rule";
import { quoted } from "../core/values";

const messages = {
    todo: (name: string) => \`is \${quoted(name)}; TODO: what is allowed.\`,
};

export default defineRule({
    name: "${name}",
    title: "TODO: a few words for the heading of the rule's page",
    category: "${CATEGORIES[prefix]}",${scope}
    level: "${prefix === "valid" ? "mandatory" : "advisory"}",
    severity: "medium",
    description: "TODO: what must be so (and why, if that is not obvious), in one sentence.",
    remediation: "TODO: what to write, in one sentence.",
    standards: [],
    docs: {
        details: "TODO: what the rule checks and why, in two or three sentences, with the limits in numbers.",${whenNotToUse}
        sources: ["https://TODO/page-of-the-service-or-standard-that-the-rule-is-based-on"],
    },
    examples: {
        incorrect: [{ client: { name: "TODO" } }],
        correct: [{ client: {} }],
    },
    checks: [
        ({ name }, { report }) => {
            if (name === "TODO") report("name", messages.todo(name));
        },
    ],
});
`;
}

function specTemplate(name: string): string {
    return name.startsWith("match-")
        ? `import { client, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/${name}";

testStackRule(rule, {
    accept: [{ name: "TODO", stack: { customers: pool(), web: client("customers", {}) } }],
    unknown: [{ name: "TODO", stack: { customers: pool(), web: client("customers", { name: unknown }) }, unknown: { web: ["name"] } }],
    reject: [
        {
            name: "TODO",
            stack: { customers: pool(), web: client("customers", { name: "TODO" }) },
            expect: { web: ['name is "TODO"; TODO: what is allowed.'] },
        },
    ],
});
`
        : `import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/${name}";

testRule(rule, {
    accept: [{ name: "TODO", client: {} }],
    unknown: [{ name: "TODO", client: { name: unknown }, unknown: ["name"] }],
    reject: [{ name: "TODO", client: { name: "TODO" }, expect: ['name is "TODO"; TODO: what is allowed.'] }],
});
`;
}

if (require.main === module) {
    try {
        const written = newRule(path.resolve(__dirname, ".."), process.argv[2] ?? "");
        console.log(`Wrote ${written.join(", ")}.\nReplace every TODO, then run npm run docs.`);
    } catch (error) {
        console.error((error as Error).message);
        process.exitCode = 1;
    }
}
