import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type Exemption, utcToday } from "../core/exemptions";
import { evaluateStacks } from "../report/evaluate-stacks";
import type { Report, Stack, Violation } from "../report/report";
import { readInputs } from "../report/sources/inputs";
import { rules } from "../rules";
import { readAndParse } from "../stacks/read";
import { isDay } from "../util/json-schema";
import { UsageError, UserError } from "../util/user-error";
import { countOf } from "../util/wording";
import { defineCommand } from "./command";
import { addExemptions, patternOf, printConfig } from "./config/baseline";
import { applyConfig, type Config, MAX_CONFIG_SIZE, readConfig } from "./config/config";
import { print, printMessages, writeOutput } from "./output";
import { Progress } from "./progress";

const DEFAULT_REASON = "existed before the policy was enforced";

/** Prints a configuration that exempts the clients that violate policies today. */
export const baseline = defineCommand({
    name: "baseline",
    summary: "exempt the clients that violate policies today",
    usage: "[options] FILE...",
    help: `Prints a configuration that exempts each client from the mandatory policies that it violates, by its URN; a client of a
program by its name. With this configuration, only new violations fail. FILE is a state, a preview, a program or a folder, as for \`check\`.

Options:
  --config FILE  configuration to start from; everything in it is kept
  --reason TEXT  reason of the new exemptions (default: "${DEFAULT_REASON}")
  --until DATE   last day of the new exemptions, YYYY-MM-DD in UTC (default: they do not end)
  --all-levels   also exempt clients from the advisory policies that they violate
  --output FILE  write the configuration to this file, which may be that of --config
  -h, --help     print this help
  -v, --version  print the version

Exit codes:
  0  the configuration is complete
  2  it could not be created: invalid arguments, an unreadable file or an invalid configuration
`,
    options: {
        config: { type: "string" },
        reason: { type: "string", default: DEFAULT_REASON },
        until: { type: "string" },
        "all-levels": { type: "boolean", default: false },
        output: { type: "string" },
    },
    async run({ config: file, reason, until, "all-levels": allLevels, output }, files, streams) {
        const { stdout, stderr } = streams;
        if (files.length === 0) throw new UsageError("no FILE given");
        if (reason.trim() === "") throw new UserError("--reason must not be empty.");
        const today = utcToday();
        if (until !== undefined) expectDay(until, today);
        const terms = { reason, ...(until !== undefined && { until }) };

        const existing = file === undefined ? { text: "", config: {} } : await readAndParse(file, streams, readExisting, MAX_CONFIG_SIZE);
        const { all, fileErrors, programErrors, warnings } = await readInputs(files, ".", streams);
        const errors = [...fileErrors, ...programErrors];
        if (errors.length > 0) throw new UserError(...errors);
        printMessages(stderr, "warning", warnings);
        const progress = new Progress(stderr);
        const result = exemptViolations(all, existing.config, { terms, allLevels, today, onProgress: progress.update });
        progress.clear();
        printMessages(stderr, "warning", unknownWarnings(result.unknown));
        const text = printConfig(result.config);
        if (output === undefined) return print(stdout, text);
        if (file === undefined || resolve(output) !== resolve(file)) await writeOutput(output, text);
        else await writeOutput(realpathSync(output), text, existing.text);
        return 0;
    },
});

/** An empty file is accepted elsewhere, but here it is a file that the shell has emptied before this program could read it. */
function readExisting(text: string): { readonly text: string; readonly config: Config } {
    if (text.trim() === "") throw new UserError("empty; write {} for no configuration. To replace the file, use --output instead of >.");
    return { text, config: readConfig(rules, text) };
}

function expectDay(day: string, today: string): void {
    if (!isDay(day)) throw new UserError(`--until must be a day, YYYY-MM-DD, got "${day}".`);
    if (day < today) throw new UserError(`--until must not be in the past, got ${day}.`);
}

interface BaselineOptions {
    readonly terms: Omit<Exemption, "resource">;
    readonly allLevels: boolean;
    readonly today: string;
    readonly onProgress: (done: number, total: number) => void;
}

/**
 * Adds exemptions to a valid configuration until no client violates a policy. A client that is exempt from a policy at level
 * `remediate` is no longer fixed, so that it may violate others.
 */
export function exemptViolations(
    stacks: readonly Stack[],
    config: Config,
    { terms, allLevels, today, onProgress }: BaselineOptions,
): Pick<Report, "unknown"> & { readonly config: Config } {
    const exempted = new Set<string>();
    let result = addExemptions(config, [], terms);
    for (;;) {
        const { violations, unknown } = evaluateStacks(stacks, applyConfig(rules, result), { today, onProgress, isMerged: false });
        const keyOf = (client: Violation) => JSON.stringify([client.policy, patternOf(client)]);
        const added = violations.filter(({ level }) => allLevels || level === "mandatory").filter(added => !exempted.has(keyOf(added)));
        if (added.length === 0) return { config: result, unknown };
        result = addExemptions(result, added, terms);
        for (const violation of added) exempted.add(keyOf(violation));
    }
}

function unknownWarnings(unknown: Report["unknown"]): string[] {
    if (unknown.length === 0) return [];
    const verb = unknown.length === 1 ? "depends" : "depend";
    return [`${countOf(unknown.length, "result")} ${verb} on unknown values, so a preview may report more; \`check\` lists them`];
}
