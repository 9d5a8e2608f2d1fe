import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { exampleOptions, fixedExample, messagesOf, toTypeScript, toYaml } from "../../../scripts/docs/examples";
import { defineRule, type Example } from "../../../src/core/rule";
import { rules } from "../../../src/rules";

const metadata = {
    category: "security",
    level: "mandatory",
    severity: "low",
    description: "Rotation must be on.",
    remediation: "Turn it on.",
    url: "https://docs.acme.dev",
    standards: [],
} as const;

const EXAMPLES = { incorrect: [{ client: {} }], correct: [{ client: { authSessionValidity: 5 } }] } as const;

const minimum = defineRule({
    ...metadata,
    name: "limit-minimum",
    title: "Minimum",
    options: { minimum: { type: "integer", default: 5, description: "The minimum." } },
    docs: { details: "", sources: ["https://acme.dev/"] },
    examples: EXAMPLES,
    checks: [
        ({ authSessionValidity = 3 }, { options, report }) => {
            if (authSessionValidity < options.minimum) report("authSessionValidity", `is less than ${options.minimum}.`);
        },
    ],
    fix: ({ tokenValidityUnits }, options) => (tokenValidityUnits ? {} : { authSessionValidity: options.minimum }),
});

const poolRule = defineRule({
    ...metadata,
    name: "match-pool",
    title: "Pool",
    scope: "stack",
    docs: { details: "", sources: ["https://acme.dev/"] },
    examples: EXAMPLES,
    checks: [
        (_client, { pool, report }) => {
            const providers = pool.identityProviders.owned.map(({ providerName }) => providerName);
            const servers = pool.resourceServers.owned.map(({ identifier }) => identifier);
            report("userPoolId", `is of ${pool.name}, ${pool.userPoolTier}, ${providers}, ${servers}.`);
        },
    ],
});

const WITH_POOL: Example = {
    client: { generateSecret: true },
    pool: { userPoolTier: "LITE" },
    identityProvider: { providerName: "LoginWithAmazon" },
    resourceServer: { identifier: "orders", scopes: [{ scopeName: "read", scopeDescription: "Read orders" }] },
};

describe("toTypeScript", () => {
    it("prints a client of a pool that is not shown", () => {
        assert.equal(
            toTypeScript({ client: { generateSecret: true } }),
            'new aws.cognito.UserPoolClient("web", {\n    userPoolId: pool.id,\n    generateSecret: true,\n});',
        );
    });

    it("prints the user pool ID of the example", () => {
        assert.match(toTypeScript({ client: { userPoolId: "customers" } }), /\{\n {4}userPoolId: "customers",\n\}/);
    });

    it("names a client with client credentials differently", () => {
        assert.match(toTypeScript({ client: { allowedOauthFlows: ["client_credentials"] } }), /UserPoolClient\("worker", /);
    });

    it("prints the other resources of the stack", () => {
        assert.equal(
            toTypeScript(WITH_POOL),
            `const pool = new aws.cognito.UserPool("customers", {
    userPoolTier: "LITE",
});

new aws.cognito.IdentityProvider("amazon", {
    userPoolId: pool.id,
    providerName: "LoginWithAmazon",
    providerType: "LoginWithAmazon",
    providerDetails: {
        client_id: "<client ID>",
        client_secret: "<client secret>",
        authorize_scopes: "email",
    },
});

new aws.cognito.ResourceServer("api", {
    userPoolId: pool.id,
    identifier: "orders",
    scopes: [{ scopeName: "read", scopeDescription: "Read orders" }],
});

new aws.cognito.UserPoolClient("web", {
    userPoolId: pool.id,
    generateSecret: true,
});`,
        );
    });

    it("prints a pool without properties, and a SAML provider", () => {
        assert.match(
            toTypeScript({ client: {}, identityProvider: { providerName: "Employees" } }),
            /^const pool = new aws\.cognito\.UserPool\("customers"\);\n[\s\S]*providerType: "SAML"/,
        );
    });
});

describe("toYaml", () => {
    it("prints a client of a pool that is not shown", () => {
        assert.equal(
            toYaml({ client: { generateSecret: true } }),
            `resources:
  web:
    type: aws:cognito:UserPoolClient
    properties:
      userPoolId: \${pool.id}
      generateSecret: true`,
        );
    });

    it("prints the other resources of the stack", () => {
        const yaml = toYaml(WITH_POOL);
        assert.deepEqual(yaml.match(/^ {2}\w+:$/gm), ["  customers:", "  amazon:", "  api:", "  web:"]);
        assert.equal(yaml.match(/userPoolId: \$\{customers\.id\}/g)?.length, 3);
    });

    it("prints no properties of a pool that has none", () => {
        assert.match(toYaml({ client: {}, pool: {} }), /^resources:\n {2}customers:\n {4}type: aws:cognito:UserPool\n {2}web:/);
    });
});

describe("exampleOptions", () => {
    it("prints the options on one line", () => assert.equal(exampleOptions({ client: {}, options: { max: 5 } }), '{ "max": 5 }'));
    it("is undefined without options", () => assert.equal(exampleOptions({ client: {} }), undefined));
});

describe("messagesOf", () => {
    it("returns the messages with the default options", () => {
        assert.deepEqual(messagesOf(minimum, { client: {} }), ["authSessionValidity is less than 5. Turn it on."]);
    });

    it("returns the messages with the options of the example", () => {
        assert.deepEqual(messagesOf(minimum, { client: {}, options: { minimum: 4 } }), ["authSessionValidity is less than 4. Turn it on."]);
        assert.deepEqual(messagesOf(minimum, { client: {}, options: { minimum: 3 } }), []);
    });

    it("pairs the client with the resources of the stack", () => {
        assert.deepEqual(messagesOf(poolRule, WITH_POOL), ["userPoolId is of customers, LITE, LoginWithAmazon, orders. Turn it on."]);
    });

    it("pairs the client with a pool that the example does not show", () => {
        assert.deepEqual(messagesOf(poolRule, { client: {} }), ["userPoolId is of customers, undefined, , . Turn it on."]);
    });
});

describe("fixedExample", () => {
    it("returns the example after the fix", () => {
        const example = { client: { generateSecret: true }, options: { minimum: 4 } };
        assert.deepEqual(fixedExample(minimum, example), {
            client: { generateSecret: true, authSessionValidity: 4 },
            options: { minimum: 4 },
        });
        assert.deepEqual(example.client, { generateSecret: true });
    });

    it("is undefined if the client does not violate the rule", () => {
        assert.equal(fixedExample(minimum, { client: { authSessionValidity: 5 } }), undefined);
    });

    it("is undefined if the fix changes nothing", () => {
        assert.equal(fixedExample(minimum, { client: { tokenValidityUnits: { idToken: "hours" } } }), undefined);
    });

    it("is undefined if the rule has no fix", () => assert.equal(fixedExample(poolRule, WITH_POOL), undefined));

    for (const rule of rules.filter(({ fix }) => fix)) {
        it(`changes an incorrect example of ${rule.name}`, () => {
            assert.ok(rule.examples.incorrect.some(example => fixedExample(rule, example)));
        });
    }
});
