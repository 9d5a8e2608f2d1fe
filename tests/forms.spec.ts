import * as assert from "node:assert/strict";
import type * as fc from "fast-check";
import { after, before, describe, it } from "mocha";
import { unknown } from "../src/api/testing";
import { applyConfig, type Config } from "../src/cli/config/config";
import { TOKENS } from "../src/cognito/validity";
import { type Client, deployedOnly, readClient } from "../src/core/client";
import { computeFix, evaluate } from "../src/core/evaluate";
import { messageOf } from "../src/core/message";
import type { Rule } from "../src/core/rule";
import { CLIENT_TYPE, pairWithPools, type StackResource } from "../src/core/user-pools";
import { evaluateStacks } from "../src/report/evaluate-stacks";
import type { Report } from "../src/report/report";
import { rules } from "../src/rules";
import { parseResources, resource, SECRET, state, urnOf } from "./support/check";
import { clients, forAll } from "./support/clients";
import { imported, outputsOf, previewOutputs, readBack } from "./support/forms";
import { type Diagnostic, type Level, Pack, secret } from "./support/pack";

/** Rules whose violations differ from those of the client as the program sets it. */
interface Difference {
    /** The rules with additional violations. */
    readonly adds?: readonly string[];
    /** The rules that miss violations. */
    readonly misses?: readonly string[];
}

interface Row {
    /** The properties that a program sets. */
    readonly client: Client;
    /** Rules that the client violates, among others. */
    readonly violates: readonly string[];
    /** The difference if generateSecret is unknown, because the secret is. */
    readonly secretUnknown?: Difference;
    /** The difference after an import, whose inputs have neither generateSecret nor what is false. */
    readonly imported?: Difference;
}

const ROWS: Readonly<Record<string, Row>> = {
    "a client with no settings": {
        client: {},
        violates: ["require-prevent-user-existence-errors", "require-refresh-token-rotation", "require-write-attributes"],
        secretUnknown: { misses: ["require-refresh-token-rotation"] },
    },
    "a server with a secret": {
        client: {
            generateSecret: true,
            enablePropagateAdditionalUserContextData: true,
            explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            authSessionValidity: 10,
            refreshTokenValidity: 3650,
            readAttributes: ["email"],
        },
        violates: ["limit-auth-session-validity", "limit-refresh-token-validity", "require-write-attributes"],
        imported: { adds: ["no-password-auth-flows", "require-refresh-token-rotation", "valid-user-context-data"] },
    },
    "a server without a secret": {
        client: {
            enablePropagateAdditionalUserContextData: true,
            explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            readAttributes: ["role"],
        },
        violates: ["no-password-auth-flows", "valid-attributes", "valid-user-context-data"],
        secretUnknown: { misses: ["no-password-auth-flows", "require-refresh-token-rotation", "valid-user-context-data"] },
    },
    "a service with a secret": {
        client: {
            generateSecret: true,
            allowedOauthFlowsUserPoolClient: true,
            allowedOauthFlows: ["client_credentials"],
            allowedOauthScopes: ["https://api.acme-retail.io/delete", "email"],
        },
        violates: ["limit-oauth-scopes", "match-resource-server-scopes", "valid-oauth-scopes"],
        imported: { adds: ["valid-oauth-flows"] },
    },
    "a service without a secret": {
        client: {
            allowedOauthFlowsUserPoolClient: true,
            allowedOauthFlows: ["client_credentials"],
            allowedOauthScopes: ["https://api.acme-retail.io/write"],
            explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        },
        violates: ["require-prevent-user-existence-errors", "valid-oauth-flows"],
        secretUnknown: { misses: ["require-prevent-user-existence-errors", "valid-oauth-flows"] },
    },
    "a web app": {
        client: {
            allowedOauthFlowsUserPoolClient: true,
            allowedOauthFlows: ["code"],
            allowedOauthScopes: ["openid", "email"],
            callbackUrls: ["https://acme-retail.io/callback", "http://shop.acme-retail.io/callback"],
            defaultRedirectUri: "https://acme-retail.io/callback/",
            logoutUrls: ["https://*.acme-retail.io/"],
            supportedIdentityProviders: ["COGNITO", "google"],
            explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            refreshTokenRotation: { feature: "ENABLED" },
            preventUserExistenceErrors: "ENABLED",
            accessTokenValidity: 60,
            idTokenValidity: 25,
            refreshTokenValidity: 360,
            tokenValidityUnits: { accessToken: "hours", idToken: "hours", refreshToken: "minutes" },
            writeAttributes: ["email", "sub"],
        },
        violates: [
            "match-managed-login",
            "match-pool-tier",
            "no-misspelled-identity-providers",
            "no-wildcard-redirect-urls",
            "valid-attributes",
            "valid-default-redirect-uri",
            "valid-redirect-urls",
            "valid-refresh-token-rotation",
            "valid-token-validity",
        ],
    },
    "a mobile app": {
        client: {
            generateSecret: true,
            allowedOauthFlows: ["code", "implicit"],
            allowedOauthScopes: ["email", "aws.cognito.signin.user.admin"],
            callbackUrls: ["myshop://callback", "http://localhost:8100/callback", "https://example.com/callback"],
            enableTokenRevocation: false,
            accessTokenValidity: 2,
            idTokenValidity: 2,
            preventUserExistenceErrors: "LEGACY",
            writeAttributes: ["custom:tenant", "custom:role"],
        },
        violates: [
            "limit-access-token-validity",
            "limit-id-token-validity",
            "limit-redirect-hosts",
            "match-pool-attributes",
            "no-ignored-oauth-settings",
            "no-implicit-flow",
            "no-localhost-redirect-urls",
            "no-secret-in-public-client",
            "no-sensitive-write-attributes",
            "require-openid-scope",
            "require-token-revocation",
        ],
        secretUnknown: { misses: ["no-secret-in-public-client"] },
        imported: { adds: ["require-refresh-token-rotation"], misses: ["no-secret-in-public-client", "require-token-revocation"] },
    },
    "a client with legacy flows and analytics": {
        client: {
            region: "eu-west-1",
            explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"],
            refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 90 },
            analyticsConfiguration: {
                applicationArn: "arn:aws:mobiletargeting:eu-north-1:123456789012:apps/0123456789abcdef0123456789abcdef",
                userDataShared: true,
            },
        },
        violates: [
            "no-ineffective-refresh-token-rotation",
            "no-legacy-auth-flows",
            "no-pinpoint-analytics",
            "no-shared-user-data",
            "valid-analytics-configuration",
            "valid-refresh-token-rotation",
        ],
        secretUnknown: { misses: ["no-password-auth-flows"] },
    },
};

/** Activates the rules that are idle by default. The lifetimes that AWS fills in, 3 minutes and 30 days, are within the limits. */
const OPTIONS: Readonly<Record<string, object>> = {
    "limit-access-token-validity": { maxMinutes: 15 },
    "limit-auth-session-validity": { maxMinutes: 5 },
    "limit-id-token-validity": { maxMinutes: 15 },
    "limit-oauth-scopes": { allowedScopes: ["openid", "*.acme-retail.io/write"] },
    "limit-redirect-hosts": { allowedHosts: ["acme-retail.io", "*.acme-retail.io"] },
};

const POOL_TYPE = "aws:cognito/userPool:UserPool";
const POOL_ID = "eu-west-1_AbCdEfGhI";

/** Returns a stack with a client, its user pool and a resource server, as `check` reads it from a state. */
function stackOf(inputs: object, outputs?: object): StackResource[] {
    const propertyDependencies = { userPoolId: [urnOf("customers", POOL_TYPE)] };
    const pool = { userPoolTier: "LITE", schemas: [{ name: "role", mutable: true }] };
    const server = { identifier: "https://api.acme-retail.io", scopes: [{ scopeName: "write" }], userPoolId: POOL_ID };
    return parseResources(
        state(
            resource("customers", pool, { type: POOL_TYPE, id: POOL_ID }),
            resource("api", server, { type: "aws:cognito/resourceServer:ResourceServer", id: "api", propertyDependencies }),
            resource("web", { name: "web", userPoolId: POOL_ID, ...inputs }, { propertyDependencies, outputs }),
        ),
    );
}

/** Makes every rule advisory, or the rules with a fix another level. */
function configWith(fixLevel: Level): Config {
    return Object.fromEntries(
        rules.map(({ name, fix }) => [name, { enforcementLevel: fix ? fixLevel : "advisory", ...OPTIONS[name] }] as const),
    );
}

function check(inputs: object, fixLevel: Level = "advisory", outputs?: object): Report {
    return evaluateStacks([{ file: "state.json", resources: stackOf(inputs, outputs) }], applyConfig(rules, configWith(fixLevel)));
}

/** Returns the violations as `policy: message`, sorted. */
function violationsOf({ violations }: Report): string[] {
    return violations.map(violation => `${violation.policy}: ${messageOf(violation, ruleOf(violation.policy))}`).sort();
}

function ruleOf(policy: string): Rule {
    return rules.find(({ name }) => name === policy) ?? assert.fail(policy);
}

function policiesOf(violations: readonly string[]): string[] {
    return [...new Set(violations.map(violation => violation.slice(0, violation.indexOf(":"))))];
}

/** Asserts that all violations are the expected ones, apart from those of the named rules. */
function assertViolations(actual: readonly string[], expected: readonly string[], { adds = [], misses = [] }: Difference = {}): void {
    const added = actual.filter(violation => !expected.includes(violation));
    const missing = expected.filter(violation => !actual.includes(violation));
    assert.deepEqual(policiesOf(added), adds, added.join("\n"));
    assert.deepEqual(policiesOf(missing), misses, missing.join("\n"));
}

/** A form of the properties, and how its violations differ from those of the inputs of a program. */
type Form = readonly [convert: (client: Client) => object, difference: (row: Row) => Difference | undefined];

const same = () => undefined;
const withSecret = (clientSecret: unknown): Form => [client => ({ ...readBack(client), clientSecret }), row => row.secretUnknown];

const FORMS: Readonly<Record<string, Form>> = {
    "the outputs of an update": [outputsOf, same],
    "the outputs of a read": [readBack, same],
    "the outputs of a read with a redacted secret": withSecret("[secret]"),
    "the outputs of a read with an unknown secret": withSecret(unknown),
    "the inputs of an import": [imported, row => row.imported],
};

/** Over gRPC, no value is encrypted. */
const STATE_FORMS = { ...FORMS, "the outputs of a read with an encrypted secret": withSecret(SECRET) };

/** Generated clients as AWS has them: without what the provider and AWS reject or replace by another value. */
const deployed: fc.Arbitrary<Client> = clients.map(client => {
    const { generateSecret, tokenValidityUnits, ...rest } = { ...client, userPoolId: POOL_ID };
    const isZero = (value: unknown) => value === 0 || value === "" || (Array.isArray(value) && value.length === 0);
    const nonzero: Client = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isZero(value)));
    return {
        ...nonzero,
        ...(typeof generateSecret === "boolean" && { generateSecret }),
        ...(tokenValidityUnits instanceof Object && { tokenValidityUnits: unitsOfLifetimes(nonzero, tokenValidityUnits) }),
    };
});

/** The provider rejects a lifetime without its unit in the block, and a refresh token unit changes the default that AWS fills in. */
function unitsOfLifetimes(client: Client, units: NonNullable<Client["tokenValidityUnits"]>): Client["tokenValidityUnits"] {
    const entries = TOKENS.map(token => {
        const isSet = client[`${token}Validity`] !== undefined;
        if (isSet) return [token, units[token] ?? "hours"];
        return [token, token === "refreshToken" ? undefined : units[token]];
    });
    return Object.fromEntries(entries.filter(([, unit]) => unit !== undefined));
}

/** What the problem says of a property that the program does not set. */
const DEPLOYED = " (deployed, not set by the program)";

/** A state, and how its violations differ from those of the inputs of a program. */
type StateForm = readonly [
    inputsOf: (client: Client) => object,
    outputsOf: (client: Client) => object,
    difference: (row: Row) => Difference | undefined,
];

const encrypted = (client: Client) => ({ ...readBack(client), clientSecret: SECRET });

const STATES: Readonly<Record<string, StateForm>> = {
    "a state after an update": [client => client, outputsOf, same],
    "a state with an encrypted secret": [
        client => client,
        encrypted,
        row => ("generateSecret" in row.client ? undefined : row.secretUnknown),
    ],
    "a state after an import": [imported, readBack, same],
    "a state with an encrypted secret after an import": [imported, encrypted, row => row.secretUnknown],
    "a state of a program that sets nothing any more": [() => ({}), readBack, same],
};

describe("the forms of a client", () => {
    it("have rows with every property and violations of every kind of rule", () => {
        const set = Object.values(ROWS).flatMap(({ client }) => Object.keys({ name: "web", userPoolId: POOL_ID, ...client }));
        for (const property in readClient({})) assert.ok(set.includes(property), property);
        const violated = Object.values(ROWS).flatMap(({ violates }) => violates.map(name => name.replace(/-.*/, "")));
        assert.deepEqual(new Set(violated), new Set(rules.map(({ name }) => name.replace(/-.*/, ""))));
    });

    describe("in check", () => {
        for (const [name, row] of Object.entries(ROWS)) {
            const written = violationsOf(check(row.client));

            it(`violate the rules that the row names: ${name}`, () => {
                assert.deepEqual(
                    row.violates.filter(rule => !policiesOf(written).includes(rule)),
                    [],
                );
            });

            for (const [form, [convert, difference]] of Object.entries(STATE_FORMS)) {
                it(`have the same violations: ${name}, ${form}`, () => {
                    assertViolations(violationsOf(check(convert(row.client))), written, difference(row));
                });
            }

            for (const [form, [inputs, outputs, difference]] of Object.entries(STATES)) {
                it(`have the same violations: ${name}, ${form}`, () => {
                    const { client } = row;
                    const found = violationsOf(check(inputs(client), "advisory", outputs(client)));
                    const onlyDeployed = found.filter(violation => violation.includes(DEPLOYED));
                    assertViolations(
                        found.map(violation => violation.replace(DEPLOYED, "")),
                        written,
                        difference(row),
                    );
                    for (const violation of onlyDeployed) {
                        const property = violation.replace(/^[^ ]+ (\w+).*/, "$1");
                        assert.ok(!(property in inputs(client)), violation);
                    }
                });
            }
        }
    });

    it("have the same fixes", () => {
        for (const [name, { client }] of Object.entries(ROWS)) {
            const written = check(client, "remediate");
            for (const form of [outputsOf, readBack]) {
                const report = check(form(client), "remediate");
                assert.deepEqual(report.remediated, written.remediated, name);
                assertViolations(violationsOf(report), violationsOf(written));
            }
        }
    });

    it("have unknown values only if the secret is unknown", () => {
        for (const { client } of Object.values(ROWS)) {
            for (const form of [outputsOf, readBack, imported]) assert.deepEqual(check(form(client)).unknown, []);
        }
    });

    it("have an unknown generateSecret if the secret is encrypted", () => {
        const client = { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"], enablePropagateAdditionalUserContextData: true };
        const { unknown, remediated } = check({ ...readBack(client), clientSecret: SECRET }, "remediate");
        assert.deepEqual(
            unknown.map(({ policy, property }) => `${policy}: ${property}`).sort(),
            ["no-password-auth-flows", "require-refresh-token-rotation", "valid-user-context-data"].map(
                policy => `${policy}: generateSecret`,
            ),
        );
        assert.deepEqual(
            remediated.map(({ policy }) => policy),
            ["require-prevent-user-existence-errors"],
        );
    });

    it("differ in how a limit names a default that AWS fills in", () => {
        const maxHours = { "limit-refresh-token-validity": { enforcementLevel: "advisory", maxHours: 24 } } as const;
        const messageOf = (props: object) => {
            const { violations } = evaluateStacks([{ file: "state.json", resources: stackOf(props) }], applyConfig(rules, maxHours));
            return violations.find(({ policy }) => policy === "limit-refresh-token-validity")?.problem;
        };
        assert.equal(messageOf({}), "refreshTokenValidity is not set; the default is 30 days and the limit is 1 day.");
        assert.equal(messageOf(readBack({})), "refreshTokenValidity is 30 days; the limit is 1 day.");
    });

    describe("over gRPC", () => {
        let pack: Pack;
        before(async () => {
            pack = await Pack.start();
        });
        after(() => pack.stop());

        async function configure(fixLevel: Level): Promise<void> {
            const config = applyConfig(rules, configWith(fixLevel));
            await pack.configure(Object.fromEntries(config.map(({ rule, level, options }) => [rule.name, { level, options }])));
        }

        const asText = ({ policy, message }: Diagnostic) => `${policy}: ${message.slice(message.indexOf("\n") + 1)}`;
        /** The engine sends outputs, which have the ID. */
        const analyzeStack = async (props: object) => {
            const resources = stackOf(props).map(({ id, props, ...resource }) => ({ ...resource, props: { ...props, ...(id && { id }) } }));
            return (await pack.analyzeStack(resources)).map(asText).sort();
        };

        async function analyzeAll(props: object): Promise<string[]> {
            const clients = stackOf(props).filter(({ type }) => type === CLIENT_TYPE);
            const found = await Promise.all(clients.map(client => pack.analyze(client)));
            return [...(await analyzeStack(props)), ...found.flat().map(asText)].sort();
        }

        for (const [name, row] of Object.entries(ROWS)) {
            it(`have the same violations: ${name}`, async () => {
                await configure("advisory");
                const written = await analyzeAll(row.client);
                assert.deepEqual(written, violationsOf(check(row.client)));
                for (const [convert, difference] of Object.values(FORMS)) {
                    assertViolations(await analyzeAll(convert(row.client)), written, difference(row));
                }
            });
        }

        it("have the same violations in a stack policy before an update, when outputs are unknown", async () => {
            await configure("advisory");
            for (const { client } of Object.values(ROWS)) {
                assertViolations(await analyzeStack(previewOutputs(client)), await analyzeStack(client));
            }
        });

        /** Returns the properties after all fixes. */
        async function fixed(props: object): Promise<object> {
            await configure("remediate");
            const remediations = await pack.remediate({ props });
            return remediations.at(-1)?.props ?? props;
        }

        it("keep the other properties and the secret in a fix", async () => {
            const client = {
                enablePropagateAdditionalUserContextData: true,
                enableTokenRevocation: false,
                writeAttributes: ["email", "sub"],
            };
            const fixes = { enableTokenRevocation: true, preventUserExistenceErrors: "ENABLED", writeAttributes: ["email"] };
            const noContextData = { ...fixes, enablePropagateAdditionalUserContextData: false };
            for (const [clientSecret, expected] of [
                [secret("1example"), fixes],
                [secret(""), noContextData],
                ["", noContextData],
                ["[secret]", fixes],
                [unknown, fixes],
            ]) {
                const outputs = { ...readBack(client), clientSecret };
                assert.deepEqual(await fixed(outputs), { ...outputs, ...expected });
            }
        });
    });

    describe("have the same results for generated clients", () => {
        const [web] = pairWithPools(stackOf({}));
        const resultsOf = (props: object, deployed?: object) =>
            rules.map(rule => {
                const client = { ...web, name: "web", urn: "", props, ...(deployed && { deployed }) };
                const options = OPTIONS[rule.name] ?? {};
                return { rule: rule.name, ...evaluate(rule, client, options), fix: computeFix(rule, client, options) };
            });

        it("after a read", () => {
            forAll(deployed, client => assert.deepEqual(resultsOf(readBack(client)), resultsOf(client)));
        });

        it("after an update", () => {
            forAll(deployed, client => assert.deepEqual(resultsOf(outputsOf(client)), resultsOf(client)));
        });

        it("after an import, as without generateSecret and what is false", () => {
            forAll(deployed, ({ generateSecret, enableTokenRevocation, ...client }) => {
                const rest = enableTokenRevocation ? { ...client, enableTokenRevocation } : client;
                assert.deepEqual(resultsOf(imported({ ...client, generateSecret, enableTokenRevocation })), resultsOf(rest));
            });
        });

        it("in a state after an import, apart from what the program does not set", () => {
            forAll(deployed, client => {
                const inputs = imported(client);
                const results = resultsOf(inputs, deployedOnly(inputs, outputsOf(client)));
                for (const [index, { fix, ...expected }] of resultsOf(client).entries()) {
                    const { fix: _, violations = [], ...result } = results[index] ?? {};
                    const found = violations.map(violation => ({ ...violation, problem: violation.problem.replace(DEPLOYED, "") }));
                    assert.deepEqual({ ...result, violations: found }, expected);
                }
            });
        });

        it("with an encrypted secret, apart from those that depend on it", () => {
            forAll(deployed, client => {
                const results = resultsOf({ ...readBack(client), clientSecret: SECRET });
                for (const [index, expected] of resultsOf(client).entries()) {
                    const result = results[index];
                    assert.ok(result);
                    if (!result.unknown.includes("generateSecret") && result.unknown.length <= expected.unknown.length)
                        assert.deepEqual(result, expected);
                }
            });
        });
    });
});
