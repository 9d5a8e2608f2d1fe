import * as assert from "node:assert/strict";
import {
    AnalyticsConfigurationType$,
    CreateUserPoolClientRequest$,
    ExplicitAuthFlowsType,
    FeatureType,
    OAuthFlowType,
    PreventUserExistenceErrorTypes,
    RefreshTokenRotationType$,
    TimeUnitsType,
    TokenValidityUnitsType$,
} from "@aws-sdk/client-cognito-identity-provider";
import { describe, it } from "mocha";
import { AUTH_FLOWS } from "../../src/cognito/auth-flows";
import { OAUTH_FLOWS } from "../../src/cognito/oauth";
import { UNITS } from "../../src/cognito/validity";
import { type Client, readClient } from "../../src/core/client";
import { evaluate } from "../../src/core/evaluate";
import type { Rule } from "../../src/core/rule";
import requirePreventUserExistenceErrors from "../../src/rules/require-prevent-user-existence-errors";
import validRefreshTokenRotation from "../../src/rules/valid-refresh-token-rotation";
import { FLOWS_WITHOUT_MODEL, MEMBERS_WITHOUT_PROPERTY, PROPERTIES_WITHOUT_MEMBER, propertyOf } from "./service-model";

/** Asserts that the names that the pack knows are those of the service: a new name of the service needs an entry in the pack or in a list. */
function assertSameNames(known: Iterable<string>, ofService: Iterable<string>): void {
    assert.deepEqual([...known].sort(), [...ofService].sort());
}

/** Returns the properties of a client or a block, which are inherited. */
function propertiesOf(view: object | undefined): string[] {
    const names: string[] = [];
    for (const name in view) names.push(name);
    return names;
}

/** Returns for each value whether a rule accepts it. */
function acceptedBy(rule: Rule, values: readonly string[], client: (value: string) => Client): Record<string, boolean> {
    const accepts = (props: Client) => evaluate(rule, { name: "web", urn: "", props }, {}).violations.length === 0;
    return Object.fromEntries(values.map(value => [value, accepts(client(value))]));
}

describe("the model of the service", () => {
    it("has the auth flows that the pack knows", () => {
        assertSameNames(AUTH_FLOWS, [...Object.values(ExplicitAuthFlowsType), ...Object.keys(FLOWS_WITHOUT_MODEL)]);
    });

    it("has the OAuth flows that the pack knows", () => assertSameNames(OAUTH_FLOWS, Object.values(OAuthFlowType)));

    it("has the units that the pack knows", () => assertSameNames(UNITS, Object.values(TimeUnitsType)));

    it("has the values of preventUserExistenceErrors that the pack knows", () => {
        const values = Object.values(PreventUserExistenceErrorTypes);
        assert.deepEqual(
            acceptedBy(requirePreventUserExistenceErrors, values, value => ({ preventUserExistenceErrors: value })),
            { ENABLED: true, LEGACY: false },
        );
    });

    it("has the values of refreshTokenRotation.feature that the pack knows", () => {
        assert.deepEqual(
            acceptedBy(validRefreshTokenRotation, Object.values(FeatureType), feature => ({ refreshTokenRotation: { feature } })),
            { DISABLED: true, ENABLED: true },
        );
    });

    it("has the properties of the client as members, and others only if they are listed", () => {
        const members = CreateUserPoolClientRequest$[4].filter(member => !(member in MEMBERS_WITHOUT_PROPERTY));
        assertSameNames(propertiesOf(readClient({})), [...members.map(propertyOf), ...Object.keys(PROPERTIES_WITHOUT_MEMBER)]);
    });

    it("has listed members only while the resource has no such property", () => {
        for (const [member, reason] of Object.entries(MEMBERS_WITHOUT_PROPERTY))
            assert.ok(!propertiesOf(readClient({})).includes(propertyOf(member)), reason);
    });

    for (const [block, [, , , , members]] of [
        ["analyticsConfiguration", AnalyticsConfigurationType$],
        ["refreshTokenRotation", RefreshTokenRotationType$],
        ["tokenValidityUnits", TokenValidityUnitsType$],
    ] as const) {
        it(`has the members of ${block}`, () => {
            assertSameNames(propertiesOf(readClient({ [block]: {} })[block]), members.map(propertyOf));
        });
    }
});
