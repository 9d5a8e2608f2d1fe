import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { dependencies as versions } from "../package.json";
import { configSchema, settingsOf } from "./check/config";
import { resourcesOf } from "./check/files";
import { run } from "./check/run";
import { text } from "./check/text";
import { PROPERTIES } from "./properties";
import type { OptionSchema, Rule } from "./rule";
import { rules } from "./rules";
import { byStandard } from "./standards";

const ROOT = path.resolve(__dirname, "..");

/** What the first word of a rule's name says it is about, in the order in which a reader wants them. */
export const FAMILIES: Readonly<Record<string, string>> = {
    valid: "AWS, or Pulumi's provider, would refuse it",
    no: "it should not be there",
    require: "it should be there",
    limit: "a number or a list that your organisation sets",
    match: "it does not fit the other resources of the stack",
};

const LEVELS = { mandatory: "mandatory", advisory: "advisory", disabled: "off" } as const;

/** The generated texts by file: a whole file, or what stands between the two markers of a file that is written by hand. */
export const GENERATED: Readonly<Record<string, (current: string) => string>> = {
    "README.md": readme => between(between(readme, "output", output()), "rules", table()),
    "docs/quality.md": quality => between(quality, "dependencies", dependencies()),
    "docs/rules.md": page,
    "presets/config.schema.json": () => `${JSON.stringify(configSchema(rules), undefined, 4)}\n`,
};

function between(text: string, name: string, generated: string): string {
    const marked = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`The text lacks <!-- ${name} -->, or <!-- /${name} --> behind it.`);
    return text.replace(marked, (_all, start, end) => `${start}\n${generated}\n${end}`);
}

/** The webshop's clients of which the README shows what `check` prints. */
const SHOWN = ["legacy-admin", "preview-site"];

/** What `check` prints of the webshop, shortened to some of its clients. */
function output(): string {
    const file = "examples/webshop/state.json";
    const resources = resourcesOf(readFileSync(path.join(ROOT, file), "utf8"));
    const blocks = text(run([{ file, resources }], settingsOf(rules)), { columns: 120, colours: false }).split("\n\n");
    const shown = blocks.slice(0, -1).filter(block => SHOWN.some(name => block.startsWith(`${name}\n`)));
    return ["```", shown.join("\n\n"), "", "[…]", "", blocks.at(-1)?.trimEnd(), "```", ""].join("\n");
}

/** Why each package is there that is installed with the pack. */
const REASONS: Readonly<Record<keyof typeof versions, string>> = {
    "@pulumi/policy": "The SDK of policy packs: Pulumi serves the pack with it.",
    "@pulumi/pulumi": "A peer of that SDK, which also has the loader that starts a pack.",
    "fastest-levenshtein": "Tells which word was probably meant.",
    jsonschema: "Checks a configuration by its JSON schema.",
};

/** What an organisation installs, with its licence. */
function dependencies(): string {
    const rows = Object.entries(versions).map(([name, version]) => {
        const { license } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8"));
        return `| ${name} ${version} | ${license} | ${REASONS[name as keyof typeof versions]} |`;
    });
    return ["| package | licence | why it is there |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

/** The rules of each family, a row each. */
function table(): string {
    return families()
        .map(({ family, members }) => {
            const rows = members.map(
                ({ name, level, severity, fix, description }) =>
                    `| [${name}](docs/rules.md#${name}) | ${LEVELS[level]} | ${severity} | ${fix ? "yes" : ""} | ${description} |`,
            );
            return [
                `**${family}-** ${FAMILIES[family]}`,
                "",
                "| rule | level | severity | fix | what must hold |",
                "| --- | --- | --- | --- | --- |",
                ...rows,
                "",
            ].join("\n");
        })
        .join("\n");
}

/** All of docs/rules.md. */
function page(): string {
    return [
        "# Rules",
        "",
        "Generated from the rules by `npm run docs`.",
        "",
        ...families().flatMap(chapter),
        ...propertyIndex(),
        ...standardIndex(),
    ].join("\n");
}

function chapter({ family, members }: Family): string[] {
    return [`## ${family}-: ${FAMILIES[family]}`, "", ...members.flatMap(section)];
}

function section({ name, level, severity, description, remediation, url, options = {}, fix }: Rule): string[] {
    return [
        `### ${name}`,
        "",
        `${description} ${remediation}`,
        "",
        `- Level: ${LEVELS[level]}; severity: ${severity}`,
        ...Object.entries<OptionSchema>(options).map(
            ([option, schema]) => `- Option \`${option}\` (default \`${JSON.stringify(schema.default)}\`): ${schema.description}`,
        ),
        fix
            ? "- Fix: at level `remediate` the client is changed so that this holds, where that is safe."
            : "- Fix: none; the rule only reports.",
        `- Source: <${url}>`,
        "",
    ];
}

function propertyIndex(): string[] {
    const rows = Object.entries(PROPERTIES).map(
        ([property, readers]) => `| ${property} | ${typeof readers === "string" ? readers : readers.map(linked).join(", ")} |`,
    );
    return ["## By property", "", "| property | rules that look at it |", "| --- | --- |", ...rows, ""];
}

function standardIndex(): string[] {
    const tables = byStandard().flatMap(({ standard, references }) => [
        `### ${standard}`,
        "",
        "| reference | rules that answer to it |",
        "| --- | --- |",
        ...references.map(({ id, url, rules }) => `| [${id}](${url}) | ${rules.map(linked).join(", ")} |`),
        "",
    ]);
    return [
        "## By standard",
        "",
        "These references are the policies' tags too. Some ask for more than a rule does by default: a code that is sent to the user may live 10 minutes",
        "(`maxMinutes` of limit-auth-session-validity), and a session at NIST's second level 24 hours (`maxHours` of limit-refresh-token-validity).",
        "",
        ...tables,
    ];
}

function linked(rule: string): string {
    return `[${rule}](#${rule})`;
}

interface Family {
    readonly family: string;
    readonly members: readonly Rule[];
}

function families(): Family[] {
    return Object.keys(FAMILIES)
        .map(family => ({ family, members: rules.filter(({ name }) => name.startsWith(`${family}-`)) }))
        .filter(({ members }) => members.length > 0);
}

if (require.main === module) {
    for (const [file, generate] of Object.entries(GENERATED)) {
        const location = path.join(ROOT, file);
        writeFileSync(location, generate(existsSync(location) ? readFileSync(location, "utf8") : ""));
    }
}
