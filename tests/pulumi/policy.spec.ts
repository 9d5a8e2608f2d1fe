import * as assert from "node:assert/strict";
import { UserPool, UserPoolClient } from "@pulumi/aws/cognito";
import { Secret } from "@pulumi/policy";
import { describe, it } from "mocha";
import { client, identityProvider, pool, unknown } from "../../src/api/testing";
import { exemptOption } from "../../src/core/exemptions";
import { defineRule, type Rule, type StackContext, type Standard } from "../../src/core/rule";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { CLIENT_CLASS, toPolicy } from "../../src/pulumi/policy";
import { asvs, cwe, rfc9700 } from "../../src/rules/shared/standards";
import { remediateClient, validateClient, validateStack } from "../../src/testing/run-policy";
import { resourcesOf } from "../../src/testing/test-stack-rule";
import { METADATA } from "../support/metadata";

/** Requires a name of at most `max` characters. */
const clientRule = defineRule({
    ...METADATA,
    name: "limit-name-length",
    standards: [{ title: "Naming", name: "Naming", reference: "1", id: "Naming 1", url: "https://acme.dev/naming" }],
    options: { max: { type: "integer", description: "Maximum length of a name.", default: 3 } },
    checks: [
        ({ name }, { options: { max }, report }) => {
            if (name !== undefined && name.length > max) report("name", `is ${name}.`);
        },
    ],
    fix: ({ name = "" }, { max }) => ({ name: name.slice(0, max) }),
});

/** Requires the name of the client's pool, and a suffix. */
const stackRule = defineRule({
    ...METADATA,
    name: "match-names",
    scope: "stack",
    options: { suffix: { type: "string", description: "The part after the pool's name.", default: "" } },
    checks: [
        ({ name }, { options: { suffix }, pool, report }) => {
            if (name !== pool.name + suffix) report("name", `is ${name}, but the pool's is ${pool.name}.`);
        },
    ],
});

/** Returns the type that Pulumi attaches to a class of resources, and the SDK to the function of a policy. */
function typeOf(holder: unknown): string | undefined {
    return (holder as { __pulumiType?: string }).__pulumiType;
}

describe("toPolicy", () => {
    it("converts the metadata of a rule", () => {
        const { validateResource, remediateResource, ...policy } = toPolicy(clientRule);
        assert.deepEqual(policy, {
            name: "limit-name-length",
            displayName: "A rule of a test",
            description: "Names must be short.",
            enforcementLevel: "mandatory",
            severity: "low",
            remediationSteps: "Change it.",
            url: "https://docs.aws.amazon.com/",
            tags: ["Naming 1"],
            framework: { name: "Naming", version: "", reference: "1", specification: "Naming" },
            configSchema: {
                properties: {
                    ...clientRule.options,
                    exempt: {
                        type: "array",
                        default: [],
                        description: exemptOption.description,
                        items: {
                            type: "object",
                            properties: { resource: { type: "string" }, reason: { type: "string" }, until: { type: "string" } },
                            required: ["resource", "reason"],
                        },
                    },
                },
            },
        });
    });

    it("tags a rule only with its own standards, even under the name of one of this package", () => {
        const rule: Rule = { ...clientRule, name: "no-implicit-flow" };
        assert.deepEqual(toPolicy(rule).tags, ["Naming 1"]);
        assert.deepEqual(toPolicy({ ...rule, standards: [] }).tags, []);
    });

    it("assigns the requirement of ASVS as framework, or else the first standard", () => {
        const framework = (...standards: Standard[]) => toPolicy({ ...clientRule, standards }).framework;
        assert.deepEqual(framework(rfc9700("2.1.2"), asvs("10", "4.4"), cwe(613)), {
            name: "OWASP ASVS",
            version: "5.0.0",
            reference: "10.4.4",
            specification: "OWASP Application Security Verification Standard 5.0",
        });
        assert.equal(framework(rfc9700("2.1.2"), cwe(613))?.name, "RFC 9700");
        assert.equal(framework(), undefined);
    });

    it("converts a rule without documentation", () => {
        const { title, url, standards, docs, examples, ...rule } = clientRule;
        const policy = toPolicy(rule);
        assert.deepEqual([policy.displayName, policy.url, policy.tags, policy.framework], [undefined, undefined, undefined, undefined]);
    });

    it("validates resources for a rule that sees one client, and stacks for one that sees the pool", () => {
        assert.deepEqual(
            [clientRule, { ...clientRule, fix: undefined }, stackRule].map(rule => {
                const { validateResource, validateStack, remediateResource } = toPolicy(rule);
                return [validateResource, validateStack, remediateResource].map(run => typeof run);
            }),
            [
                ["function", "undefined", "function"],
                ["function", "undefined", "undefined"],
                ["undefined", "function", "undefined"],
            ],
        );
    });

    it("lets the SDK skip resources of other types and stacks without clients", () => {
        const { validateResource, remediateResource } = toPolicy(clientRule);
        for (const run of [validateResource, remediateResource, toPolicy(stackRule).validateStack]) assert.equal(typeOf(run), CLIENT_TYPE);
    });

    it("uses the type of the class in @pulumi/aws", () => {
        assert.equal(typeOf(CLIENT_CLASS), typeOf(UserPoolClient));
        assert.notEqual(typeOf(CLIENT_CLASS), typeOf(UserPool));
    });
});

describe("the policy of a rule that sees one client", () => {
    const exempt = [{ resource: "client", reason: "moves soon" }];

    it("reports violations", () => {
        assert.deepEqual(validateClient(clientRule, { name: "long" }), {
            violations: [{ message: "name is long. Change it." }],
            printed: "",
        });
        assert.deepEqual(validateClient(clientRule, { name: "long" }, { max: 4 }), { violations: [], printed: "" });
    });

    it("prints an exemption to stderr, since Pulumi does not show it", () => {
        assert.deepEqual(validateClient(clientRule, { name: "long" }, { exempt }), {
            violations: [],
            printed: "client: limit-name-length: exempt: moves soon\n",
            notApplicable: "exempt: moves soon",
        });
    });

    it("prints nothing for unknown values", () => {
        assert.deepEqual(validateClient(clientRule, { name: unknown }), { violations: [], printed: "" });
    });

    it("reports a bug in the rule instead of stopping the preview", () => {
        const throwing: Rule = {
            ...clientRule,
            checks: [
                () => {
                    throw new Error("no such thing");
                },
            ],
        };
        assert.match(validateClient(throwing, {}).violations[0]?.message ?? "", /^Rule limit-name-length failed: no such thing\. /);
        assert.deepEqual(remediateClient(throwing, { name: "long" }), { props: { name: "long" }, printed: "" });
    });
});

describe("the remediation of a rule", () => {
    it("applies the fix", () => {
        const props = { name: "long", userPoolId: unknown };
        assert.deepEqual(remediateClient(clientRule, props), { props: { ...props, name: "lon" }, printed: "" });
    });

    it("keeps secrets secret", () => {
        const props = { name: new Secret("long"), callbackUrls: [new Secret("myapp://callback")] };
        assert.deepEqual(remediateClient(clientRule, props).props, { ...props, name: new Secret("lon") });
    });

    it("does not change an exempt client", () => {
        const exempt = [{ resource: "client", reason: "moves soon" }];
        assert.deepEqual(remediateClient(clientRule, { name: "long" }, { exempt }).props, { name: "long" });
    });
});

describe("the policy of a rule that sees the pool", () => {
    const stack = {
        users: pool(),
        web: client("users", { name: "web" }),
        app: client("users", { name: "users" }),
        other: client(undefined, { name: "other" }),
    };
    const run = (options: object = {}) => validateStack(stackRule, resourcesOf(stack, "preview"), options);
    const urnOf = (name: string) => `urn:pulumi:dev::shop::${CLIENT_TYPE}::${name}`;
    const MESSAGE = "name is web, but the pool's is users. Change it.";

    it("reports on the client, and skips a client without a pool", () => {
        assert.deepEqual(run(), { violations: [{ message: MESSAGE, urn: urnOf("web") }], printed: "" });
    });

    it("applies its options", () => {
        assert.deepEqual(
            run({ suffix: "!" }).violations.map(({ urn }) => urn),
            [urnOf("web"), urnOf("app")],
        );
    });

    it("skips an exempt client, prints that to stderr and checks the others", () => {
        assert.deepEqual(run({ suffix: "!", exempt: [{ resource: "web", reason: "moves soon" }] }), {
            violations: [{ message: "name is users, but the pool's is users. Change it.", urn: urnOf("app") }],
            printed: "web: match-names: exempt: moves soon\n",
        });
        assert.deepEqual(run({ exempt: [{ resource: urnOf("web"), reason: "moves soon" }] }).violations, []);
    });

    it("mentions an expired exemption", () => {
        assert.deepEqual(run({ exempt: [{ resource: "w*", reason: "moves soon", until: "2020-01-31" }] }), {
            violations: [
                {
                    message: "name is web, but the pool's is users. The exemption expired on 2020-01-31: moves soon. Change it.",
                    urn: urnOf("web"),
                },
            ],
            printed: "",
        });
    });

    it("reports an unknown option on each client", () => {
        const message = 'match-names: unknown option "sufix"; did you mean suffix?';
        assert.deepEqual(
            run({ sufix: "!" }).violations.filter(violation => violation.message === message),
            ["web", "app", "other"].map(name => ({ message, urn: urnOf(name) })),
        );
    });

    describe("gets outputs, which are unknown in a preview", () => {
        /** Reports what a client sets and what its pool sets. */
        const settings = defineRule({
            ...METADATA,
            name: "settings",
            scope: "stack",
            checks: [
                (client, { pool, report, filter }) => {
                    const urls = filter(client.callbackUrls);
                    report("name", `is ${client.name}: ${client.writeAttributes}, ${pool.userPoolTier}, ${urls}.`);
                },
            ],
        });
        const found = (props: object, propertyDependencies: Record<string, readonly string[]>, poolProps: object = {}) => {
            const [users, web] = resourcesOf({ users: pool(poolProps), web: client("users", {}) }, "preview");
            assert.ok(users && web);
            const outputs = { ...web.props, ...props };
            const webClient = { ...web, props: outputs, propertyDependencies: { ...web.propertyDependencies, ...propertyDependencies } };
            return validateStack(settings, [users, webClient]).violations.map(({ message }) => message.replace(/ Change it\.$/, ""));
        };
        const source = ["urn:pulumi:dev::shop::random:index/randomId:RandomId::new"];

        it("and takes those that depend on nothing for unset", () => {
            assert.deepEqual(found({ name: "web", writeAttributes: unknown, clientSecret: unknown }, {}), [
                "name is web: undefined, undefined, .",
            ]);
            assert.deepEqual(found({ name: "web" }, {}, { userPoolTier: "LITE" }), ["name is web: undefined, LITE, ."]);
        });
        it("and takes those that depend on a resource for unknown values of the program", () => {
            assert.deepEqual(found({ name: "web", writeAttributes: unknown }, { writeAttributes: source }), []);
            assert.deepEqual(found({ name: "web" }, {}, { userPoolTier: unknown }), []);
        });
        it("and keeps what is known, also if the provider has computed it", () => {
            assert.deepEqual(found({ name: "web", writeAttributes: ["email"], callbackUrls: ["a:/", unknown] }, {}), [
                "name is web: email, undefined, a:/.",
            ]);
        });
    });

    it("says whether resources exist by their IDs", () => {
        const order = defineRule({
            ...METADATA,
            name: "order",
            scope: "stack",
            checks: [
                (_client, { pool, mayPrecede, report }) => {
                    const [provider] = pool.identityProviders.owned;
                    if (provider && mayPrecede(provider)) report("supportedIdentityProviders", "may be created first.");
                },
            ],
        });
        const stack = { users: pool(), google: identityProvider("users", { providerName: "Google" }), web: client("users", {}) };
        const reported = (form: "preview" | "state", dependsOn: readonly string[] = []) =>
            validateStack(order, resourcesOf({ ...stack, web: client("users", {}, { dependsOn }) }, form)).violations.length;
        assert.deepEqual([reported("preview"), reported("preview", ["google"]), reported("state")], [1, 0, 0]);
    });

    it("reports a property of the pool that has the wrong type", () => {
        const tierRule = { ...stackRule, checks: [(_client: object, { pool }: StackContext<unknown>) => pool.userPoolTier] };
        const resources = resourcesOf({ users: pool({ userPoolTier: [] as never }), web: client("users", {}) }, "state");
        assert.deepEqual(validateStack(tierRule, resources).violations, [
            { message: "users.userPoolTier must be a string, not a list.", urn: urnOf("web") },
        ]);
    });
});
