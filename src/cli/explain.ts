import { describeUnknownRule } from "../report/rule-names";
import { readRulePage } from "../report/rule-page";
import { rules } from "../rules";
import { UsageError, UserError } from "../util/user-error";
import { defineCommand } from "./command";
import { print } from "./output";

/** Explains one rule. */
export const explain = defineCommand({
    name: "explain",
    summary: "explain a rule",
    usage: "RULE",
    help: `Prints the page of a rule: what it checks and why, examples with their messages, options, fix and sources.
The command \`rules\` lists the rules.

Options:
  -h, --help     print this help
  -v, --version  print the version
`,
    options: {},
    async run(_values, names, { stdout }) {
        const [name, ...more] = names;
        if (name === undefined) throw new UsageError("no RULE given");
        if (more.length > 0) throw new UsageError("more than one RULE given");
        const rule = rules.find(rule => rule.name === name);
        if (!rule) throw new UserError(describeUnknownRule(rules, name));
        await print(stdout, readRulePage(rule));
        return 0;
    },
});
