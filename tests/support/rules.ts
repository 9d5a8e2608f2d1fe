import { type ClientRule, type OptionSchemas, pageUrl, type RuleDocumentation } from "../../src/core/rule";

type TestRule = ClientRule<OptionSchemas> & RuleDocumentation<OptionSchemas> & { readonly url: string };

/** Returns a rule with placeholders for the metadata that a test does not set. */
export function ruleWith(metadata: Partial<TestRule> & { readonly name: string }): TestRule {
    return {
        title: "Good clients",
        category: "security",
        level: "mandatory",
        severity: "low",
        description: "A client must be good.",
        remediation: "Name it good.",
        url: pageUrl(metadata.name),
        standards: [],
        docs: { details: "", sources: ["https://example.com/"] },
        examples: { incorrect: [{ client: {} }], correct: [{ client: {} }] },
        checks: [],
        ...metadata,
    };
}

/** Returns a rule that reports every client whose name is known and not "good". */
export function goodNameRule(name: string, metadata: Partial<TestRule> = {}): TestRule {
    return ruleWith({
        name,
        checks: [
            (client, { report }) => {
                if (client.name !== "good") report("name", `is ${client.name}.`);
            },
        ],
        ...metadata,
    });
}
