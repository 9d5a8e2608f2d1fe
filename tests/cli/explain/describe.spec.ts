import * as assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { describe, it } from "mocha";
import { describeRule } from "../../../src/cli/explain/describe";
import { messagesOf } from "../../../src/cli/explain/examples";
import type { DocumentedRule } from "../../../src/core/rule";
import { rules } from "../../../src/rules";

const rule: DocumentedRule = {
    name: "require-short-session",
    title: "Short sessions",
    category: "security",
    level: "advisory",
    severity: "low",
    description: "Sessions must be short.",
    remediation: "Lower it.",
    url: "https://docs.acme.dev/sessions",
    standards: [
        { title: "Sessions", name: "CWE", reference: "613", id: "CWE-613", url: "https://cwe.mitre.org/data/definitions/613.html" },
    ],
    options: { max: { type: "integer", minimum: 3, default: 5, description: "Maximum in minutes." } },
    docs: {
        details: "A session has a default of 3 minutes.",
        fix: "Sets the maximum.",
        whenNotToUse: "Turn it off for tests.",
        sources: ["https://docs.acme.dev/sessions", "https://docs.acme.dev/more"],
    },
    examples: {
        incorrect: [{ client: { authSessionValidity: 9 } }, { client: { authSessionValidity: 5 }, options: { max: 4 } }],
        correct: [{ client: { authSessionValidity: 5 } }],
    },
    checks: [
        ({ authSessionValidity = 3 }, { options: { max }, report }) => {
            if (authSessionValidity > max) report("authSessionValidity", `is more than ${max} minutes.`);
        },
    ],
    fix: (_client, { max }) => (max > 4 ? { authSessionValidity: max } : {}),
};

describe("describeRule", () => {
    it("prints everything that is known about a rule", () => {
        const homepage = "https://github.com/pulumi-policy-aws-cognito/pulumi-policy-aws-cognito";
        assert.equal(
            describeRule(rule, { columns: 80, colors: false }),
            `Short sessions
require-short-session (category security, level advisory, severity low, has a
fix)

Sessions must be short.

A session has a default of 3 minutes.

Incorrect
  new aws.cognito.UserPoolClient("web", {
      userPoolId: pool.id,
      authSessionValidity: 9,
  });
  The policy reports:
    authSessionValidity is more than 5 minutes. Lower it.

Incorrect
  With the options { "max": 4 }:
  new aws.cognito.UserPoolClient("web", {
      userPoolId: pool.id,
      authSessionValidity: 5,
  });
  The policy reports:
    authSessionValidity is more than 4 minutes. Lower it.

Correct
  new aws.cognito.UserPoolClient("web", {
      userPoolId: pool.id,
      authSessionValidity: 5,
  });

Options
  max (integer, at least 3; default: 5): Maximum in minutes.
  exempt (list of objects; default: []): Resources that the rule skips. Every
  rule has this option.

Fix at level remediate
  Sets the maximum.

Incorrect example after the fix
  new aws.cognito.UserPoolClient("web", {
      userPoolId: pool.id,
      authSessionValidity: 5,
  });

When not to use it
  Turn it off for tests.

Standards
  CWE-613: https://cwe.mitre.org/data/definitions/613.html

Sources (as of 25 November 2026)
  https://docs.acme.dev/sessions
  https://docs.acme.dev/more

Page
  ${homepage}/blob/main/docs/rules/require-short-session.md
`,
        );
    });

    it("omits what a rule does not have", () => {
        const { fix, docs, ...rest } = rule;
        const text = describeRule({ ...rest, standards: [], docs: { details: "" } } as DocumentedRule, { columns: 80, colors: false });
        assert.doesNotMatch(text, /fix at|after the fix|Standards/i);
        assert.match(text, /no fix/);
        assert.match(text, /AWS or the provider rejects whatever this rule reports, so there is no reason/);
    });

    it("prints headings in bold if the terminal has colors", () => {
        const colored = describeRule(rule, { columns: 80, colors: true });
        assert.ok(colored.startsWith("\u001b[1m\u001b[4mShort sessions"));
        assert.equal(stripVTControlCharacters(colored), describeRule(rule, { columns: 80, colors: false }));
    });

    for (const rule of rules) {
        it(`prints ${rule.name} with its messages`, () => {
            const text = describeRule(rule, { columns: 60, colors: false });
            for (const example of rule.examples.incorrect) {
                for (const message of messagesOf(rule, example)) assert.ok(text.replace(/\s+/g, " ").includes(message), message);
            }
            const lines = text.split("\n").filter(line => /[a-z] [a-z]/.test(line) && !line.startsWith("      "));
            assert.deepEqual(
                lines.filter(line => line.length > 60),
                [],
            );
        });
    }
});
