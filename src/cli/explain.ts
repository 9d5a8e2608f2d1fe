import { rules } from "../rules";
import { defineCommand } from "./command";
import { describeRule } from "./explain/describe";
import { print } from "./output";
import { describeUnknownRule } from "./rule-names";
import { screenOf } from "./terminal";
import { UsageError, UserError } from "./user-error";

/** Explains one rule. */
export const explain = defineCommand({
    name: "explain",
    summary: "explain a rule",
    usage: "RULE",
    help: `Prints what a rule checks and why, with examples, the messages that they get, options, fix and sources.
The command \`rules\` lists the rules.

Options:
  --help     print this help
  --version  print the version
`,
    options: {},
    async run(_values, names, { stdout }) {
        const [name, ...more] = names;
        if (name === undefined) throw new UsageError("no RULE given");
        if (more.length > 0) throw new UsageError("more than one RULE given");
        const rule = rules.find(rule => rule.name === name);
        if (!rule) throw new UserError(describeUnknownRule(rules, name));
        await print(stdout, describeRule(rule, screenOf(stdout)));
        return 0;
    },
});
