import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { unknown } from "../src/api/testing";
import type { Client } from "../src/core/client";
import { evaluate, type Result } from "../src/core/evaluate";
import type { Rule } from "../src/core/rule";
import { rules } from "../src/rules";
import { forAll } from "./support/clients";

/** Values that decide how users sign in and what they may do, and undefined for an unset property. */
const VALUES = {
    allowedOauthFlows: [undefined, ["code"], ["implicit"], ["client_credentials"], ["client_credentials", "code"]],
    allowedOauthFlowsUserPoolClient: [undefined, true],
    allowedOauthScopes: [undefined, ["openid"], ["email"], ["aws.cognito.signin.user.admin"]],
    enableTokenRevocation: [undefined, false],
    explicitAuthFlows: [
        undefined,
        ["ALLOW_REFRESH_TOKEN_AUTH"],
        ["ALLOW_USER_SRP_AUTH"],
        ["ALLOW_CUSTOM_AUTH"],
        ["ALLOW_CLIENT_TOKEN_AUTH"],
        ["ADMIN_NO_SRP_AUTH"],
        ["USER_PASSWORD_AUTH"],
    ],
    generateSecret: [undefined, true],
    preventUserExistenceErrors: [undefined, "ENABLED"],
    refreshTokenRotation: [undefined, { feature: "ENABLED" }],
    supportedIdentityProviders: [undefined, ["COGNITO"], ["Okta"], ["google"], ["COGNITO,Okta"]],
    writeAttributes: [undefined, ["email"], ["custom:role"]],
} satisfies { readonly [K in keyof Client]: readonly Client[K][] };

type Property = keyof typeof VALUES;

const PROPERTIES = Object.keys(VALUES) as Property[];

const clients: fc.Arbitrary<object> = fc.record(
    Object.fromEntries(PROPERTIES.map(property => [property, fc.constantFrom<unknown>(...VALUES[property])])),
    { noNullPrototype: true },
);

function run(rule: Rule, props: object): Result {
    return evaluate(rule, { name: "web", urn: "", props }, {});
}

/** Returns each client that results from replacing some properties with known values. */
function assignments(client: object, properties: readonly Property[]): object[] {
    return properties.reduce<object[]>(
        (all, property) => all.flatMap(one => VALUES[property].map(value => ({ ...one, [property]: value }))),
        [client],
    );
}

/** Whether the violations depend on a property, for some values of the other unknown properties. */
function matters(rule: Rule, client: object, property: Property, others: readonly Property[]): boolean {
    return assignments(client, others).some(one => {
        const results = assignments(one, [property]).map(props => JSON.stringify(run(rule, props).violations));
        return new Set(results).size > 1;
    });
}

describe("unknown values", () => {
    for (const rule of rules.filter(({ category, scope }) => category === "security" && scope === undefined)) {
        it(`are listed by ${rule.name} only if its result depends on them`, () => {
            forAll(
                fc.tuple(clients, fc.shuffledSubarray(PROPERTIES, { minLength: 2, maxLength: 2 })),
                ([client, hidden]) => {
                    const props = { ...client, ...Object.fromEntries(hidden.map(property => [property, unknown])) };
                    for (const listed of run(rule, props).unknown) {
                        const others = hidden.filter(property => property !== listed);
                        assert.ok(matters(rule, client, listed as Property, others), listed);
                    }
                },
                150,
            );
        });
    }
});
