import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { helpMarkdown } from "../../../src/cli/explain/help";
import type { DocumentedRule } from "../../../src/core/rule";

describe("helpMarkdown", () => {
    it("prints why, how to fix it and examples", () => {
        const rule = {
            name: "limit-session",
            description: "The authSessionValidity must be low.",
            remediation: "Lower authSessionValidity.",
            url: "https://docs.acme.dev/sessions",
            docs: { details: "The default of authSessionValidity is 3 minutes." },
            examples: {
                incorrect: [{ client: { authSessionValidity: 9 }, options: { max: 5 } }],
                correct: [{ client: { authSessionValidity: 3 } }],
            },
        } as unknown as DocumentedRule;
        const page = "https://github.com/pulumi-policy-aws-cognito/pulumi-policy-aws-cognito/blob/main/docs/rules/limit-session.md";
        assert.equal(
            helpMarkdown(rule),
            `The \`authSessionValidity\` must be low.

The default of \`authSessionValidity\` is 3 minutes.

**How to fix it:** Lower \`authSessionValidity\`.

**Incorrect:**

With the options \`{ "max": 5 }\`:

\`\`\`ts
new aws.cognito.UserPoolClient("web", {
    userPoolId: pool.id,
    authSessionValidity: 9,
});
\`\`\`

**Correct:**

\`\`\`ts
new aws.cognito.UserPoolClient("web", {
    userPoolId: pool.id,
    authSessionValidity: 3,
});
\`\`\`

[Documentation](${page}) · [Source](https://docs.acme.dev/sessions)`,
        );
    });
});
