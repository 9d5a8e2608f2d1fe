import { applyConfig } from "../../src/cli/config/config";
import type { DocumentedRule, Example } from "../../src/core/rule";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import { formatText } from "../../src/report/formatters/text";
import { toTypeScript } from "./examples";
import { replaceSection } from "./markdown";
import { fence } from "./rule-markdown";

/** The client that the README shows: AWS rejects one of its settings, another is insecure. */
const EXAMPLE: Example = {
    client: {
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code", "implicit"],
        allowedOauthScopes: ["openid", "email"],
        callbackUrls: ["http://shop.acme.dev/callback"],
        supportedIdentityProviders: ["COGNITO"],
        preventUserExistenceErrors: "ENABLED",
    },
};

/** Writes the generated sections of README.md: the example, what `check` prints for it, and the default levels. */
export function updateReadme(readme: string, rules: readonly DocumentedRule[]): string {
    const withExample = replaceSection(readme, "example", fence("ts", toTypeScript(EXAMPLE)));
    const withOutput = replaceSection(withExample, "output", fence("text", checkExample(rules).trimEnd()));
    return replaceSection(withOutput, "levels", describeLevels(rules));
}

function describeLevels(rules: readonly DocumentedRule[]): string {
    const count = (level: DocumentedRule["level"]) => rules.filter(rule => rule.level === level).length;
    return [
        `${count("mandatory")} of the ${rules.length} policies are mandatory: a violation fails the preview.`,
        `${count("advisory")} are advisory, and ${count("disabled")} are disabled until you set a level.`,
    ].join("\n");
}

function checkExample(rules: readonly DocumentedRule[]): string {
    const urn = `urn:pulumi:dev::shop::${CLIENT_TYPE}::web`;
    const resource = { type: CLIENT_TYPE, name: "web", urn, props: EXAMPLE.client, propertyDependencies: {} };
    const report = evaluateStacks([{ file: "state.json", resources: [resource] }], applyConfig(rules));
    return formatText(report, rules, { columns: 100, colors: false });
}
