import { testRule, unknown } from "../../../src/api/testing";
import { tokenLifetime } from "../../../src/cognito/validity";
import { defineRule } from "../../../src/core/rule";
import { checkMaximumDuration } from "../../../src/rules/shared/limit";
import { METADATA } from "../../support/metadata";

const rule = defineRule({
    ...METADATA,
    name: "checkMaximumDuration",
    options: { maxMinutes: { type: "integer", description: "Maximum in minutes.", default: 60 } },
    checks: [
        checkMaximumDuration(
            "idTokenValidity",
            client => tokenLifetime(client, "idToken"),
            ({ maxMinutes }) => maxMinutes * 60,
            [client => client.name === "exception", client => client.generateSecret === true],
        ),
    ],
});

testRule(rule, {
    accept: [
        { name: "the maximum", client: { idTokenValidity: 1 } },
        { name: "a default that is the maximum", client: {} },
        { name: "a duration that cannot be determined", client: { idTokenValidity: 9, tokenValidityUnits: { idToken: "weeks" } } },
        { name: "a client that is an exception", client: { name: "exception", idTokenValidity: 24 } },
        { name: "an exception with unknown values", client: { name: unknown, generateSecret: true, idTokenValidity: unknown } },
        { name: "the maximum in a client that may be an exception", client: { name: unknown, idTokenValidity: 1 } },
    ],
    unknown: [
        { name: "a client that may be an exception", client: { name: unknown, idTokenValidity: 24 }, unknown: ["name"] },
        { name: "an unknown duration", client: { idTokenValidity: unknown }, unknown: ["idTokenValidity"] },
    ],
    reject: [
        {
            name: "more than the maximum",
            client: { idTokenValidity: 61, tokenValidityUnits: { idToken: "minutes" } },
            expect: ["idTokenValidity is 61 minutes; the limit is 1 hour."],
        },
        {
            name: "a default that is more than the maximum",
            client: {},
            options: { maxMinutes: 59 },
            expect: ["idTokenValidity is not set; the default is 1 hour and the limit is 59 minutes."],
        },
    ],
});
