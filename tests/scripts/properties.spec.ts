import * as assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { propertyReaders } from "../../scripts/properties";
import type { Client } from "../../src/core/client";
import type { DocumentedRule } from "../../src/core/rule";
import { rules } from "../../src/rules";
import { METADATA } from "../support/metadata";

/** The properties that no rule reads, each with the reason. */
const UNREAD: Readonly<Partial<Record<keyof Client, string>>> = {};

describe("propertyReaders", () => {
    let readers: ReadonlyMap<keyof Client, readonly string[]>;
    before(() => {
        readers = propertyReaders(rules);
    });

    it("lists the properties of the resource by name", () => {
        const names = [...readers.keys()];
        assert.equal(names.length, 24);
        assert.deepEqual(names, [...names].sort());
    });

    it("finds a rule for every property", () => {
        for (const [property, names] of readers) assert.equal(names.length === 0, property in UNREAD, property);
    });

    for (const [property, names] of [
        ["analyticsConfiguration", ["no-pinpoint-analytics", "no-shared-user-data", "valid-analytics-configuration"]],
        ["authSessionValidity", ["limit-auth-session-validity", "valid-auth-session-validity"]],
        ["name", ["valid-name"]],
        [
            "tokenValidityUnits",
            [
                "limit-access-token-validity",
                "limit-id-token-validity",
                "limit-refresh-token-validity",
                "valid-token-validity",
                "valid-token-validity-units",
            ],
        ],
    ] as const) {
        it(`finds the rules that read ${property}`, () => assert.deepEqual(readers.get(property), names));
    }

    it("finds what an idle rule, a rule for pools and a fix read", () => {
        const hasReader = (property: keyof Client, name: string) =>
            assert.ok(readers.get(property)?.includes(name), `${property}: ${name}`);
        hasReader("allowedOauthScopes", "limit-oauth-scopes");
        hasReader("defaultRedirectUri", "limit-redirect-hosts");
        hasReader("supportedIdentityProviders", "match-identity-providers");
        hasReader("refreshTokenRotation", "no-legacy-auth-flows"); // only its fix reads it
    });

    it("finds what a rule reads before it throws", () => {
        const rule: DocumentedRule = {
            ...METADATA,
            name: "my-rule",
            checks: [
                ({ region }: Client) => {
                    throw new Error(region);
                },
            ],
            fix: (client: Client) => ({ name: client.name }),
        };
        const read = [...propertyReaders([rule])].filter(([, names]) => names.length > 0);
        assert.deepEqual(read, [
            ["name", ["my-rule"]],
            ["region", ["my-rule"]],
        ]);
    });
});
