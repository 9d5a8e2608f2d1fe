import type { RuleMetadata } from "../../src/core/rule";

/** The metadata of a rule of a test, except its name. */
export const METADATA = {
    title: "A rule of a test",
    category: "limits",
    level: "mandatory",
    severity: "low",
    description: "Names must be short.",
    remediation: "Change it.",
    url: "https://docs.aws.amazon.com/",
    standards: [],
    docs: { details: "A rule of a test.", sources: ["https://docs.aws.amazon.com/"] },
    examples: { incorrect: [{ client: { name: "long" } }], correct: [{ client: { name: "web" } }] },
} as const satisfies Omit<RuleMetadata<Record<never, never>>, "name">;
