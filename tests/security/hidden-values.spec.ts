import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { client, identityProvider, listener, pool, resourceServer, userPoolDomain } from "../../src/api/testing";
import { evaluate, type Resource } from "../../src/core/evaluate";
import { pairWithPools } from "../../src/core/user-pools";
import { rules } from "../../src/rules";
import { resourcesOf } from "../../src/testing/test-stack-rule";
import { clients, SEED } from "../support/clients";

/** Part of every secret text, and a secret number. */
const SECRET = "zqsecret";
const SECRET_NUMBER = 7919;
const PRINTED_SECRET = /zqsecret|7919|8191/i;

const HOST = `${SECRET}.io`;

const URLS = [
    `https://${HOST}/cb`,
    `http://${HOST}`,
    `http://localhost:7919/${SECRET}`,
    `https://example.com/${SECRET}`,
    `https://${SECRET}.ngrok.io/`,
    `https://${SECRET}.vercel.app`,
    `https://*.${HOST}`,
    `https://${SECRET}.IO/cb`,
    `https://{${SECRET}}/cb`,
    `https://a.${HOST},https://b.${HOST}`,
    `https://${SECRET}:${SECRET}@${HOST}/?q=${SECRET}#${SECRET}`,
    `https://${SECRET}@${HOST}`,
    `https://${SECRET} x.io`,
    `https://[${SECRET}]/`,
    `https://${HOST}/${"a".repeat(2000)}`,
    `${"a".repeat(2000)}${SECRET}`,
    `${SECRET}://cb`,
    `javascript:${SECRET}`,
    `/${SECRET}`,
    " ",
];

const LISTS: Readonly<Record<string, readonly string[]>> = {
    allowedOauthFlows: [SECRET, `code,${SECRET}`, "implicit", "code", "client_credentials", "token", "Code", "ALLOW_USER_AUTH"],
    allowedOauthScopes: [
        ...[SECRET, `${SECRET}/read`, `${SECRET} openid`, `${SECRET}/a,b`, `\u00e9${SECRET}`, `${SECRET.repeat(40)}/r`],
        ...["openid", "email", "emial", "openid email", "aws.cognito.signin.user.admin", "offline_access", "code"],
    ],
    callbackUrls: URLS,
    logoutUrls: URLS,
    explicitAuthFlows: [
        ...[SECRET, `ALLOW_${SECRET}`, "SRP", "code", "ALLOW_USER_SRP_AUTH,ALLOW_USER_AUTH"],
        ...["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        ...["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"],
    ],
    supportedIdentityProviders: [
        ...[SECRET, SECRET.repeat(6), `${SECRET}\n`, `COGNITO,${SECRET}`],
        ...["COGNITO", "google", "Google", "COGNITO, Google", "Login with amazon"],
    ],
    readAttributes: [
        ...[SECRET, `custom:${SECRET}`, `custom:${SECRET.repeat(4)}`, `custom:a ${SECRET}`],
        ...["email", "sub", "Email", "emial", "custom:role"],
    ],
    writeAttributes: [
        ...[SECRET, `custom:${SECRET}`, `custom:${SECRET.repeat(4)}`, `custom:${SECRET}Admin`],
        ...["email", "sub", "Email", "email_verified", "custom:role"],
    ],
};

/** Returns a generator of one of some values. */
function oneOf<T>(...values: readonly T[]): fc.Arbitrary<T> {
    return fc.constantFrom(...values);
}

/** Returns a generator of an object with some of these members. */
function someOf(members: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
    return fc.record(members, { requiredKeys: [], noNullPrototype: true });
}

const lifetime = oneOf(SECRET_NUMBER, 8191.5, 0.7919, -SECRET_NUMBER, 4, 1, 0, 86401);
const unit = oneOf(SECRET, "hours", "minutes", "days", "seconds", "Hours", "hour");

/** Clients that violate rules, with secrets in every property. */
const secretClients = someOf({
    ...Object.fromEntries(Object.entries(LISTS).map(([name, values]) => [name, fc.array(oneOf(...values), { maxLength: 4 })])),
    accessTokenValidity: lifetime,
    authSessionValidity: lifetime,
    idTokenValidity: lifetime,
    refreshTokenValidity: lifetime,
    allowedOauthFlowsUserPoolClient: fc.boolean(),
    enablePropagateAdditionalUserContextData: fc.boolean(),
    enableTokenRevocation: fc.boolean(),
    generateSecret: fc.boolean(),
    defaultRedirectUri: oneOf(...URLS),
    name: oneOf(SECRET, `${SECRET}/1`, "", SECRET.repeat(20), `\u00e9${SECRET}`),
    preventUserExistenceErrors: oneOf(SECRET, "LEGACY", "enabled", "ENABLED"),
    region: oneOf(SECRET, "eu-west-1"),
    userPoolId: oneOf(
        ...[SECRET, `eu-west-1_${SECRET}`, `us-east-1_${SECRET}`, `${SECRET.repeat(10)}_a`],
        ...[`arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_${SECRET}`],
        ...[`https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${SECRET}`],
    ),
    tokenValidityUnits: someOf({ accessToken: unit, idToken: unit, refreshToken: unit }),
    refreshTokenRotation: someOf({
        feature: oneOf(SECRET, "ENABLED", "DISABLED", "on", "enabled"),
        retryGracePeriodSeconds: oneOf(SECRET_NUMBER, 60, 0, 61, 0.5),
    }),
    analyticsConfiguration: someOf({
        applicationArn: oneOf(
            ...[SECRET, `arn:aws:mobiletargeting:eu-west-1:123456789012:apps/${SECRET}`, `arn:aws:s3:::${SECRET}`],
            ...[`arn:aws:mobiletargeting:${SECRET}:1:apps/a`, `arn:aws:${SECRET}:eu-west-1:1:x`],
        ),
        applicationId: oneOf(SECRET, "abc", ""),
        externalId: oneOf(SECRET),
        roleArn: oneOf(SECRET, `arn:aws:iam::123456789012:role/${SECRET}`, `arn:aws:s3:::${SECRET}`),
        userDataShared: fc.boolean(),
    }),
});

const pools = someOf({
    userPoolTier: oneOf("LITE", SECRET),
    schemas: fc.array(
        someOf({
            name: oneOf("email", "role", SECRET, "given_name", `admin ${SECRET}`),
            required: fc.boolean(),
            mutable: fc.boolean(),
            developerOnlyAttribute: fc.boolean(),
        }),
        { maxLength: 4 },
    ),
    usernameAttributes: oneOf(["email"], [SECRET]),
    autoVerifiedAttributes: oneOf(["email"], ["phone_number", SECRET]),
});

const providers = someOf({
    providerName: oneOf("Google", SECRET, "Facebook"),
    attributeMapping: oneOf<object>({ name: "x" }, { [`custom:${SECRET}`]: SECRET }, { email: "e" }),
});

const servers = someOf({
    identifier: oneOf(SECRET, `https://${HOST}`),
    scopes: fc.array(someOf({ scopeName: oneOf("read", SECRET, "write") }), { maxLength: 3 }),
});

/** Options that enable rules, or that change what a rule reports. */
const OPTIONS: Readonly<Record<string, object>> = {
    "limit-access-token-validity": { maxMinutes: 15 },
    "limit-auth-session-validity": { maxMinutes: 5 },
    "limit-id-token-validity": { maxMinutes: 15 },
    "limit-oauth-scopes": { allowedScopes: ["openid"] },
    "limit-redirect-hosts": { allowedHosts: ["acme.dev"] },
    "limit-refresh-token-validity": { maxHours: 24 },
    "no-development-redirect-hosts": { additionalHosts: [HOST] },
    "no-password-auth-flows": { allowAdmin: false },
};

interface Sample {
    readonly resource: Resource;
    /** The values of the client and of its pool. */
    readonly values: ReadonlySet<string>;
}

function sample(count: number): Sample[] {
    const all = fc.sample(fc.tuple(fc.oneof(secretClients, clients), pools, providers, servers), { seed: SEED, numRuns: count });
    return all.map(([props, poolProps, provider, server]) => {
        const stack = {
            users: pool(poolProps),
            google: identityProvider("users", provider),
            api: resourceServer("users", server),
            domain: userPoolDomain("users", { managedLoginVersion: 2 }),
            listener: listener("web"),
            web: client("users", props),
        };
        const [resource] = pairWithPools(resourcesOf(stack, "preview"));
        assert.ok(resource);
        return { resource: { ...resource, props, hasSecrets: true }, values: valuesIn([props, poolProps, provider, server]) };
    });
}

/** Whether a text has a word that is not part of another one. */
function hasWord(text: string, word: string): boolean {
    return text.split(word).some((part, index, parts) => index > 0 && !/\w$/.test(parts[index - 1] ?? "") && !/^\w/.test(part));
}

/** Returns the texts and numbers in a value as texts, except those of one or two characters, which are words of other texts. */
function valuesIn(value: unknown): Set<string> {
    if (typeof value === "object" && value !== null) return new Set(Object.values(value).flatMap(part => [...valuesIn(part)]));
    return new Set(typeof value === "boolean" || String(value).length < 3 ? [] : [String(value)]);
}

/** Returns for each problem of a rule the values that all clients with this problem have. */
function findProblems(samples: readonly Sample[]): Map<string, Map<string, Set<string>>> {
    const found = new Map(rules.map(({ name }) => [name, new Map<string, Set<string>>()]));
    for (const { resource, values } of samples) {
        for (const rule of rules) {
            for (const { problem } of evaluate(rule, resource, OPTIONS[rule.name] ?? {}).violations) {
                const common = found.get(rule.name)?.get(problem) ?? values;
                found.get(rule.name)?.set(problem, new Set([...common].filter(value => values.has(value))));
            }
        }
    }
    return found;
}

describe("with values hidden, for generated clients with secrets in every property (slow)", () => {
    const found = findProblems(sample(2000));

    /** Values that a client must have to violate a rule, so that the name of the rule says them. */
    const DEFECTS: ReadonlySet<string> = new Set([
        "aws.cognito.signin.user.admin",
        "client_credentials",
        "implicit",
        "ALLOW_CLIENT_TOKEN_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
        "ENABLED",
    ]);

    for (const [name, problems] of found) {
        it(`${name} is violated, and prints no value that another client with the same problem lacks`, () => {
            assert.ok(problems.size > 0);
            for (const [problem, common] of problems) {
                assert.doesNotMatch(problem, PRINTED_SECRET);
                const printed = [...common].filter(value => hasWord(problem, value) && !DEFECTS.has(value));
                assert.deepEqual(printed, [], problem);
            }
        });
    }
});

/** Clients with a text in one property. */
function clientsWith(text: string): object[] {
    const blocks = {
        analyticsConfiguration: ["applicationArn", "applicationId", "externalId", "roleArn"],
        refreshTokenRotation: ["feature"],
        tokenValidityUnits: ["accessToken", "idToken", "refreshToken"],
    };
    return [
        ...["defaultRedirectUri", "name", "preventUserExistenceErrors", "region", "userPoolId"].map(name => ({ [name]: text })),
        ...Object.keys(LISTS).map(name => ({ [name]: [text] })),
        ...Object.entries(blocks).map(([name, members]) => ({ [name]: Object.fromEntries(members.map(member => [member, text])) })),
    ];
}

/** Returns the problems of a client with OAuth by all rules that see one client. */
function problemsOf(props: object): string[] {
    const withOauth = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], ...props };
    return rules.flatMap(rule => {
        const { violations } = evaluate(rule, { name: "web", urn: "", props: withOauth }, OPTIONS[rule.name] ?? {});
        return violations.map(({ problem }) => problem);
    });
}

describe("by default", () => {
    for (const text of [
        "https://user:word@acme.dev/x?q=token#part",
        "https://word@acme.dev",
        "http://user:word@localhost:3000/cb",
        "https://acme.dev/cb?q=token",
        "https://example.com/#part",
        "https://user:word@Acme.dev/a,https://user:word@b.dev/?q=token",
        "myapp://user:word@acme.dev?q=token",
        "user:word@acme.dev",
        "//user:word@acme.dev",
        "https://user:w/word@acme.dev",
        "https:user:word@acme.dev",
        "x https://user:word@acme.dev",
        "https://user:word @acme.dev",
        "https://user:w,word@acme.dev",
        "https://*.acme.dev/?q=token",
        "https://{domain}/?q=token",
        "ALLOW_https://user:word@acme.dev",
        "custom:https://user:word@acme.dev",
        "arn:aws:s3:::https://user:word@acme.dev",
        `https://user:${"word".repeat(100)}@acme.dev`,
        "https://user:word@cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC?q=token",
    ]) {
        it(`no rule prints user info, query or fragment of ${text.slice(0, 80)}, whatever the property`, () => {
            const problems = clientsWith(text).flatMap(problemsOf);
            assert.ok(problems.length > 30);
            for (const problem of problems)
                assert.doesNotMatch(problem.replaceAll("passwords", ""), /word@|wordword|w,word|token@|=token|#part/);
        });
    }

    it("a problem has at most some thousand characters, whatever the values are", () => {
        const many = Array.from({ length: 1000 }, (_, index) => `${index} https://acme.dev/${"x".repeat(500)}`);
        for (const props of [...Object.keys(LISTS).map(name => ({ [name]: many })), ...clientsWith("x".repeat(100_000))]) {
            for (const problem of problemsOf(props)) assert.ok(problem.length < 4200, `${problem.slice(0, 100)}: ${problem.length}`);
        }
    });
});
