import { testRule, unknown } from "pulumi-policy-aws-cognito/testing";
import rule from "./require-team-in-name";

testRule(rule, {
    accept: [
        { name: "a name that starts with a team", client: { name: "checkout-web" } },
        { name: "a name that starts with a configured team", client: { name: "search-web" }, options: { teams: ["search"] } },
    ],
    unknown: [{ name: "an unknown name", client: { name: unknown }, unknown: ["name"] }],
    reject: [
        { name: "an unset name", client: {}, expect: ["name is not set, so Pulumi generates a name without a team."] },
        {
            name: "a name without a team",
            client: { name: "web" },
            expect: ['name is "web"; it must start with a team: accounts, catalog, checkout.'],
        },
        {
            name: "a team without a hyphen",
            client: { name: "checkout" },
            expect: ['name is "checkout"; it must start with a team: accounts, catalog, checkout.'],
        },
    ],
});
