import { client, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-open-sign-up";

const FEDERATED = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: ["Okta"] };
const users = pool();
const invited = pool({ adminCreateUserConfig: { allowAdminCreateUserOnly: true } });
const closed = client("users", { ...FEDERATED, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] });

const open = (state: string) => `explicitAuthFlows ${state}, so anyone who signs up in the user pool users can sign in`;

testStackRule(rule, {
    accept: [
        { name: "a client without flows for sign-in", stack: { users, closed } },
        {
            name: "a user pool in which only administrators create users",
            stack: { invited, web: client("invited", FEDERATED), app: client("invited", { ...FEDERATED, explicitAuthFlows: unknown }) },
        },
        {
            name: "clients whose users sign in with the user pool as well",
            stack: {
                users,
                both: client("users", { ...FEDERATED, supportedIdentityProviders: ["COGNITO", "Okta"] }),
                misspelled: client("users", { ...FEDERATED, supportedIdentityProviders: ["Cognito"] }),
                noProvider: client("users", { ...FEDERATED, supportedIdentityProviders: [] }),
            },
        },
        {
            name: "clients without managed login",
            stack: {
                users,
                off: client("users", { ...FEDERATED, allowedOauthFlowsUserPoolClient: false }),
                worker: client("users", { ...FEDERATED, allowedOauthFlows: ["client_credentials"] }),
            },
        },
        { name: "a client of a user pool in another stack", stack: { users, web: client("elsewhere", FEDERATED) } },
        {
            name: "an unknown configuration of the user pool of a client without flows for sign-in",
            stack: { users: pool({ adminCreateUserConfig: unknown }), closed },
        },
    ],
    reject: [
        {
            name: "unset and empty flows, which have SRP sign-in",
            stack: { users, web: client("users", FEDERATED), app: client("users", { ...FEDERATED, explicitAuthFlows: [] }) },
            expect: {
                web: [`${open("is not set")} with SRP.`],
                app: [`${open("is empty, which Cognito treats as not set")} with SRP.`],
            },
        },
        {
            name: "flows for sign-in",
            stack: {
                users: pool({ adminCreateUserConfig: { allowAdminCreateUserOnly: false } }),
                web: client("users", {
                    ...FEDERATED,
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH"],
                }),
            },
            expect: { web: [`${open("has ALLOW_USER_SRP_AUTH and ALLOW_USER_PASSWORD_AUTH")}.`] },
        },
        {
            name: "a known flow of a partly unknown list",
            stack: { users, web: client("users", { ...FEDERATED, explicitAuthFlows: [unknown, "ALLOW_USER_AUTH"] }) },
            expect: { web: [`${open("has ALLOW_USER_AUTH")}.`] },
            unknown: { web: ["explicitAuthFlows[0]"] },
        },
    ],
    unknown: [
        {
            name: "an unknown configuration of the user pool",
            stack: { users: pool({ adminCreateUserConfig: unknown }), web: client("users", FEDERATED) },
            unknown: { web: ["users.adminCreateUserConfig"] },
        },
        {
            name: "unknown identity providers and flows",
            stack: {
                users,
                web: client("users", { ...FEDERATED, supportedIdentityProviders: ["Okta", unknown] }),
                app: client("users", { ...FEDERATED, explicitAuthFlows: unknown }),
            },
            unknown: { web: ["supportedIdentityProviders[1]"], app: ["explicitAuthFlows"] },
        },
    ],
});
