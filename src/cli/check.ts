import { hidesValues } from "../core/evaluate";
import { LEVELS, type RuleConfig } from "../core/rule";
import { evaluateStacks } from "../report/evaluate-stacks";
import { describeUnused } from "../report/exemption-usage";
import { filterReport, selectPolicies } from "../report/filter";
import { EditableFiles } from "../report/fixes/editable-files";
import { findFixes } from "../report/fixes/plan";
import { findTargets } from "../report/fixes/targets";
import { formatters, loadFormatter } from "../report/formatters";
import { describeNotSeen } from "../report/not-seen";
import { SEVERITIES, VIOLATION_LEVELS } from "../report/report";
import { createLineReader } from "../report/source-lines";
import { readInputs } from "../report/sources/inputs";
import { describeUnchecked } from "../report/unchecked";
import { rules } from "../rules";
import { screenOf } from "../util/terminal";
import { enumerate } from "../util/wording";
import { defineCommand } from "./command";
import { loadConfig } from "./config/config";
import { print, printMessages, writeOutput } from "./output";
import { Progress } from "./progress";
import { selectRules } from "./select-fixes";

const FORMATS = [...formatters.keys()];

/** Checks the app clients in programs, states and previews. */
export const check = defineCommand({
    name: "check",
    summary: "check the clients in a program, a state or a preview",
    usage: "[options] [FILE...]",
    help: `Checks the Cognito app clients in the source of a Pulumi program, without running it: in TypeScript, JavaScript, Python, Go,
Java, C# or YAML. Also checks them in the output of \`pulumi stack export\` or \`pulumi preview --json --show-sames\`, and in
the state files of a self-managed backend.

FILE is a source file, a state or a preview, also compressed, \`-\` for one on stdin, or a folder that is searched for states,
previews and projects (default: the current folder if it has Pulumi.yaml). A client that is in a program and in a state or
preview is reported once, at its lines in the program; a client and its user pool can be in different FILEs.

Options:
  --config FILE  levels (${enumerate(LEVELS, "or")}) and options of the policies,
                 in the format of \`pulumi preview --policy-pack-config\`
  --project DIR  folder of Pulumi.yaml, which the positions in the program are relative to
                 (default: the current folder)
  --format NAME  ${enumerate(FORMATS, "or")},
                 or the path of a module with a formatter, such as ./mine.js (default: text)
  --code         show the lines of the program with the property marked
  --output FILE  write the report to this file
  --exit-zero    exit with 0 even if a mandatory policy is violated
  -h, --help     print this help
  -v, --version  print the version

Options that select results, which also decide the exit code:
  --rule NAME          only this policy; \`*\` matches any characters, and the option can be repeated
  --skip NAME          not this policy; \`*\` matches any characters, and the option can be repeated
  --level LEVEL        only this level: ${enumerate(VIOLATION_LEVELS, "or")}
  --severity SEVERITY  only this severity and above: ${enumerate(SEVERITIES, "or")}

Options for exemptions:
  --all-stacks                 FILE... are all stacks that the configuration is for: also report unused exemptions
                               that name another stack or, by a name or pattern, none
  --fail-on-unused-exemptions  exit with 1 if an exemption is unused

Exit codes:
  0  no mandatory policy is violated
  1  a mandatory policy is violated, or an exemption is unused and must not be
  2  the clients, or some of them, could not be checked: invalid arguments, an unreadable file or an invalid configuration
`,
    options: {
        config: { type: "string" },
        project: { type: "string", default: "." },
        format: { type: "string", default: "text" },
        code: { type: "boolean" },
        output: { type: "string" },
        "exit-zero": { type: "boolean" },
        rule: { type: "string", multiple: true },
        skip: { type: "string", multiple: true },
        level: { type: "string" },
        severity: { type: "string" },
        "all-stacks": { type: "boolean" },
        "fail-on-unused-exemptions": { type: "boolean" },
    },
    async run(values, paths, streams) {
        const { stdout, stderr } = streams;
        const format = await loadFormatter(values.format);
        const progress = new Progress(stderr);
        const config = await loadConfig(rules, values.config, streams);
        const { policies, warnings } = selectPolicies(config, values);
        const inputs = await readInputs(paths, values.project, streams);
        const errors = [...inputs.fileErrors, ...inputs.programErrors];
        printMessages(stderr, "error", errors);
        printMessages(stderr, "warning", [...warnings, ...inputs.warnings]);
        const fixable = fixableRules(config, values.format);
        const results = evaluateStacks(inputs.all, config, {
            onProgress: progress.update,
            hasAllStacks: values["all-stacks"] && errors.length === 0,
            ...(fixable.length > 0 && { findFix: findFixes(findTargets(inputs.programs, inputs.stacks), fixable, new EditableFiles()) }),
        });
        const report = { ...filterReport(results, policies), ...(errors.length > 0 && { errors }) };
        progress.clear();
        if (!["text", "json"].includes(values.format)) {
            printMessages(stderr, "warning", [...report.notChecked.map(describeUnchecked), ...describeNotSeen(report)]);
            printMessages(
                stderr,
                "warning",
                report.unusedExemptions.map(exemption => `unused exemption: ${describeUnused(exemption)}`),
            );
        }

        const isViolated = report.violations.some(({ level }) => level === "mandatory") && !values["exit-zero"];
        const hasUnused = report.unusedExemptions.length > 0 && values["fail-on-unused-exemptions"];
        const exitCode = errors.length > 0 ? 2 : isViolated || hasUnused ? 1 : 0;
        const showsCode = (values.code || values.format === "html") && !hidesValues();
        const text = format(report, rules, {
            ...screenOf(values.output === undefined ? stdout : undefined),
            ...(showsCode && { readLines: createLineReader() }),
            ...(values.config !== undefined && { configuration: values.config }),
            fixCommand: fixCommand(values, paths),
        });
        if (values.output === undefined) return print(stdout, text, exitCode);
        await writeOutput(values.output, text);
        return exitCode;
    },
});

/** Returns the rules whose fixes a format shows: as text those that `fix` makes unless others are named, on the page all. */
function fixableRules(config: readonly RuleConfig[], format: string): readonly RuleConfig[] {
    if (format === "text") return selectRules(config).rules;
    return format === "html" && !hidesValues() ? config.filter(({ rule, level }) => rule.fix && level !== "disabled") : [];
}

/** Returns the command that makes the fixes of what was checked. */
function fixCommand({ config, project }: { readonly config?: string; readonly project: string }, paths: readonly string[]): string {
    const options = [...(config === undefined ? [] : ["--config", config]), ...(project === "." ? [] : ["--project", project])];
    return ["npx pulumi-policy-aws-cognito fix", ...[...options, ...paths].map(quoteArgument)].join(" ");
}

/** Quotes an argument for a shell if it has other characters than those of usual paths. */
function quoteArgument(argument: string): string {
    return /^[\w@%+=:,./\\-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
