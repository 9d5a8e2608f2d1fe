import { client, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-pool-tier";

const flows = (found: string, poolName: string) => `explicitAuthFlows has ${found}, but the user pool ${poolName} is in the Lite tier.`;
const userAuth = (poolName: string) => flows("ALLOW_USER_AUTH", poolName);
const rotation = (poolName: string) => `refreshTokenRotation.feature is ENABLED, but the user pool ${poolName} is in the Lite tier.`;
const USER_AUTH = { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"] };
const TOKEN_EXCHANGE = { explicitAuthFlows: ["ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"] };
const ROTATION = { refreshTokenRotation: { feature: "ENABLED" } };

testStackRule(rule, {
    accept: [
        { name: "choice-based sign-in in the default tier", stack: { users: pool(), web: client("users", USER_AUTH) } },
        {
            name: "choice-based sign-in and rotation in the Essentials tier",
            stack: { users: pool({ userPoolTier: "ESSENTIALS" }), web: client("users", { ...USER_AUTH, ...ROTATION }) },
        },
        {
            name: "choice-based sign-in and rotation in the Plus tier",
            stack: { users: pool({ userPoolTier: "PLUS" }), web: client("users", { ...USER_AUTH, ...ROTATION }) },
        },
        {
            name: "token exchange in the Essentials tier",
            stack: { users: pool({ userPoolTier: "ESSENTIALS" }), agent: client("users", TOKEN_EXCHANGE) },
        },
        {
            name: "client tokens in the Lite tier",
            stack: { users: pool({ userPoolTier: "LITE" }), job: client("users", { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] }) },
        },
        {
            name: "an unknown flow next to choice-based sign-in in the Plus tier",
            stack: { users: pool({ userPoolTier: "PLUS" }), web: client("users", { explicitAuthFlows: [unknown, "ALLOW_USER_AUTH"] }) },
        },
        {
            name: "an empty tier, which a state may contain",
            stack: { users: pool({ userPoolTier: "" }), web: client("users", USER_AUTH) },
        },
        {
            name: "other flows and disabled rotation in the Lite tier",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], refreshTokenRotation: { feature: "DISABLED" } }),
                app: client("users", { explicitAuthFlows: [] }),
            },
        },
        {
            name: "a client without the features in an unknown tier",
            stack: { users: pool({ userPoolTier: unknown }), web: client("users", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }) },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("partners", USER_AUTH) },
        },
        {
            name: "a client of an unknown user pool",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client(undefined, USER_AUTH) },
        },
        { name: "a stack without a user pool", stack: { web: client("users", { ...USER_AUTH, ...ROTATION }) } },
    ],
    reject: [
        {
            name: "choice-based sign-in in the Lite tier",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("users", USER_AUTH) },
            expect: { web: [userAuth("users")] },
        },
        {
            name: "rotation in the Lite tier",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("users", ROTATION) },
            expect: { web: [rotation("users")] },
        },
        {
            name: "choice-based sign-in and rotation in separate messages",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("users", { ...USER_AUTH, ...ROTATION }) },
            expect: { web: [userAuth("users"), rotation("users")] },
        },
        {
            name: "each token exchange flow in the Lite tier",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                agent: client("users", { explicitAuthFlows: ["ALLOW_TOKEN_EXCHANGE_DELEGATION"] }),
                service: client("users", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"] }),
            },
            expect: {
                agent: [flows("ALLOW_TOKEN_EXCHANGE_DELEGATION", "users")],
                service: [flows("ALLOW_TOKEN_EXCHANGE_IMPERSONATION", "users")],
            },
        },
        {
            name: "several flows in one message",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: ["ALLOW_USER_AUTH", ...TOKEN_EXCHANGE.explicitAuthFlows] }),
            },
            expect: {
                web: [flows("ALLOW_USER_AUTH, ALLOW_TOKEN_EXCHANGE_DELEGATION and ALLOW_TOKEN_EXCHANGE_IMPERSONATION", "users")],
            },
        },
        {
            name: "only the clients of the user pool in the Lite tier, each by its URN",
            stack: {
                web: client("users", USER_AUTH),
                app: client("partners", USER_AUTH),
                users: pool({ userPoolTier: "ESSENTIALS" }),
                partners: pool({ userPoolTier: "LITE" }),
                desktop: client("partners", ROTATION),
            },
            expect: { app: [userAuth("partners")], desktop: [rotation("partners")] },
        },
        {
            name: "known elements of a partly unknown list",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: [unknown, "ALLOW_USER_AUTH"], refreshTokenRotation: unknown }),
            },
            expect: { web: [userAuth("users")] },
            unknown: { web: ["explicitAuthFlows[0]", "refreshTokenRotation"] },
        },
    ],
    unknown: [
        {
            name: "an unknown tier",
            stack: { users: pool({ userPoolTier: unknown }), web: client("users", USER_AUTH), app: client("users", ROTATION) },
            unknown: { web: ["users.userPoolTier"], app: ["users.userPoolTier"] },
        },
        {
            name: "an unknown flow and an unknown feature",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: [unknown, "ALLOW_USER_SRP_AUTH"], refreshTokenRotation: { feature: unknown } }),
            },
            unknown: { web: ["explicitAuthFlows[0]", "refreshTokenRotation.feature"] },
        },
    ],
});
