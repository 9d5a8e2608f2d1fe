import { quoteName, unifiedDiff } from "../programs/edit/diff";
import { applyEdits } from "../programs/edit/edits";
import { EditableFiles } from "../report/fixes/editable-files";
import { type FixPlan, planProgramFixes } from "../report/fixes/plan";
import { findTargets } from "../report/fixes/targets";
import { readInputs } from "../report/sources/inputs";
import { describeUnchecked, findUnchecked } from "../report/unchecked";
import { rules } from "../rules";
import { escapeCommands } from "../util/escape";
import { screenOf } from "../util/terminal";
import { UserError } from "../util/user-error";
import { countOf } from "../util/wording";
import { defineCommand } from "./command";
import { loadConfig } from "./config/config";
import { print, printMessages, writeOutput } from "./output";
import { selectRules } from "./select-fixes";

/** Fixes violations in the program that creates the clients. */
export const fix = defineCommand({
    name: "fix",
    summary: "fix violations in the program",
    usage: "[--config FILE] [--project DIR] [--rule NAME]... [--write] [FILE...]",
    help: `Fixes violations in the program that creates the clients.
It prints the changes as a unified diff, or writes them with --write. What it cannot fix is listed with the reason on stderr.

FILE is a source file of a program, a folder with Pulumi.yaml, or a state or preview as for \`check\`: then the fixes are made in the program
that creates its clients. Without FILE, it is the program in the current folder.

Only literals are changed, and only files in the current folder: in TypeScript, JavaScript, Python, Go, Java, C# and YAML.
Without --rule, it makes the fixes of presets/remediate.json and of the policies at level \`remediate\`.

Options:
  --config FILE  options, exemptions and levels of the policies, as for \`check\`; a disabled policy fixes nothing
  --project DIR  folder of Pulumi.yaml, which the positions in the program are relative to
                 (default: the current folder)
  --rule NAME    the fix of this policy; \`*\` matches any characters, and the option can be repeated
  --write        write the changes and list the files
  -h, --help     print this help
  -v, --version  print the version

Exit codes:
  0  the changes were printed or written, if there are any
  2  nothing was changed, or not everything: invalid arguments, an unreadable file or an invalid configuration
`,
    options: {
        config: { type: "string" },
        project: { type: "string", default: "." },
        rule: { type: "string", multiple: true },
        write: { type: "boolean" },
    },
    async run(values, paths, streams) {
        const { stdout, stderr } = streams;
        const config = await loadConfig(rules, values.config, streams);
        const selection = selectRules(config, values.rule);
        const { programs, stacks, all, fileErrors, programErrors, warnings } = await readInputs(paths, values.project, streams);
        if (fileErrors.length > 0) throw new UserError(...fileErrors); // the other clients of a line could need another change
        printMessages(stderr, "warning", [...selection.warnings, ...warnings, ...findUnchecked(all).map(describeUnchecked)]);
        printMessages(stderr, "error", programErrors);

        const plan = planProgramFixes(findTargets(programs, stacks), selection.rules, new EditableFiles());
        if (values.write) await writeFiles(plan, stdout);
        else await print(stdout, escapeCommands(plan.files.map(file => unifiedDiff(file, screenOf(stdout))).join("")));
        printMessages(stderr, "warning", plan.notFixed);
        stderr.write(`${summarize(plan, values.write)}\n`);
        return programErrors.length > 0 ? 2 : 0;
    },
});

/** Writes the changed files and lists them. If one cannot be written, those before it are listed. */
async function writeFiles({ files }: FixPlan, stdout: NodeJS.WritableStream): Promise<void> {
    const written: string[] = [];
    try {
        for (const { file, text, edits } of files) {
            await writeOutput(file, applyEdits(text, edits), text);
            written.push(file);
        }
    } finally {
        await print(stdout, escapeCommands(written.map(file => `${quoteName(file)}\n`).join("")));
    }
}

function summarize({ files, made, present, notFixed }: FixPlan, isWritten = false): string {
    const changes = `${countFixes(made)} in ${countOf(files.length, "file")}`;
    const sentences = [
        ...(made > 0 ? [isWritten ? `Made ${changes}.` : `${changes}, not written without --write.`] : []),
        ...(present > 0 ? [`${countFixes(present)} already in the program and not deployed.`] : []),
        ...(notFixed.length > 0 ? [`${countOf(notFixed.length, "warning")}.`] : []),
    ];
    return sentences.length > 0 ? sentences.join(" ") : "Nothing to fix.";
}

function countFixes(count: number): string {
    return count === 1 ? "1 fix" : `${count.toLocaleString("en")} fixes`;
}
