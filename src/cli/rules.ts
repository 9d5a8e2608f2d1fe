import type { DocumentedRule } from "../core/rule";
import { rules } from "../rules";
import { type Screen, screenOf, wrap } from "../util/terminal";
import { UsageError, UserError } from "../util/user-error";
import { defineCommand } from "./command";
import { print } from "./output";

/** Lists all rules. */
export const listRules = defineCommand({
    name: "rules",
    summary: "list the rules",
    usage: "[--format text|json]",
    help: `Lists the rules by name: the default level, the severity, whether level \`remediate\` fixes violations, and the title.
The command \`explain\` prints more about one rule.

Options:
  --format NAME  text or json (default: text)
  -h, --help     print this help
  -v, --version  print the version
`,
    options: { format: { type: "string", default: "text" } },
    async run({ format }, positionals, { stdout }) {
        if (positionals.length > 0) throw new UsageError("unexpected argument");
        if (format !== "text" && format !== "json") throw new UserError(`unknown format "${format}"; the formats are text and json.`);
        const output = format === "json" ? `${JSON.stringify(rules.map(toJson), undefined, 2)}\n` : toText(rules, screenOf(stdout));
        await print(stdout, output);
        return 0;
    },
});

function toJson(rule: DocumentedRule) {
    const { name, title, description, category, level, severity, fix, standards } = rule;
    return {
        name,
        title,
        description,
        category,
        level,
        severity,
        fixable: fix !== undefined,
        options: Object.keys(rule.options ?? {}),
        standards: standards.map(({ id }) => id),
        page: rule.url,
    };
}

/** The minimum width of the column with the titles. */
const MIN_TITLE_WIDTH = 24;

function toText(rules: readonly DocumentedRule[], { columns }: Screen): string {
    const header = ["rule", "level", "severity", "fix", "title"];
    const rows = [header, ...rules.map(({ name, level, severity, fix, title }) => [name, level, severity, fix ? "yes" : "", title])];
    const widths = header.slice(0, -1).map((_name, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)) + 2);
    const indent = widths.reduce((sum, width) => sum + width, 0);
    const titleWidth = Math.max(columns - indent, MIN_TITLE_WIDTH);
    return rows
        .map(row => {
            const [title = "", ...more] = wrap(row.at(-1) ?? "", titleWidth, "");
            const cells = widths.map((width, column) => row[column]?.padEnd(width));
            return [[...cells, title].join(""), ...more.map(line => " ".repeat(indent) + line)].join("\n");
        })
        .concat("")
        .join("\n");
}
