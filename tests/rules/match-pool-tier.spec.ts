import rule from "../../src/rules/match-pool-tier";
import { unknown } from "../harness";
import { client, pool, testStackRule } from "../stack-harness";

const { rotation, userAuth } = rule.messages;
const USER_AUTH = { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"] };
const ROTATION = { refreshTokenRotation: { feature: "ENABLED" } };

testStackRule(rule, {
    accept: [
        { why: "choice-based sign-in in the tier that a pool has by default", stack: { users: pool(), web: client("users", USER_AUTH) } },
        {
            why: "choice-based sign-in and rotation in the Essentials tier",
            stack: { users: pool({ userPoolTier: "ESSENTIALS" }), web: client("users", { ...USER_AUTH, ...ROTATION }) },
        },
        {
            why: "choice-based sign-in and rotation in the Plus tier",
            stack: { users: pool({ userPoolTier: "PLUS" }), web: client("users", { ...USER_AUTH, ...ROTATION }) },
        },
        {
            why: "a tier that is an empty text, as a state may have it",
            stack: { users: pool({ userPoolTier: "" }), web: client("users", USER_AUTH) },
        },
        {
            why: "other flows in the Lite tier, and rotation that is off",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], refreshTokenRotation: { feature: "DISABLED" } }),
                app: client("users", { explicitAuthFlows: [] }),
            },
        },
        {
            why: "clients that do without, whatever the tier will be",
            stack: { users: pool({ userPoolTier: unknown }), web: client("users", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }) },
        },
        { why: "a pool of another stack", stack: { users: pool({ userPoolTier: "LITE" }), web: client("partners", USER_AUTH) } },
        { why: "a pool that nobody can tell", stack: { users: pool({ userPoolTier: "LITE" }), web: client(undefined, USER_AUTH) } },
        { why: "a stack without a pool", stack: { web: client("users", { ...USER_AUTH, ...ROTATION }) } },
    ],
    reject: [
        {
            why: "choice-based sign-in in the Lite tier",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("users", USER_AUTH) },
            expect: { web: [userAuth("users")] },
        },
        {
            why: "rotation in the Lite tier",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("users", ROTATION) },
            expect: { web: [rotation("users")] },
        },
        {
            why: "both, each on its own",
            stack: { users: pool({ userPoolTier: "LITE" }), web: client("users", { ...USER_AUTH, ...ROTATION }) },
            expect: { web: [userAuth("users"), rotation("users")] },
        },
        {
            why: "the clients of the one pool that is in the Lite tier, each by its URN",
            stack: {
                web: client("users", USER_AUTH),
                app: client("partners", USER_AUTH),
                users: pool({ userPoolTier: "ESSENTIALS" }),
                partners: pool({ userPoolTier: "LITE" }),
                desktop: client("partners", ROTATION),
            },
            expect: {
                app: ["explicitAuthFlows has ALLOW_USER_AUTH, and the user pool partners is in the Lite tier."],
                desktop: ["refreshTokenRotation.feature is ENABLED, and the user pool partners is in the Lite tier."],
            },
        },
        {
            why: "what is known beside what is not",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: [unknown, "ALLOW_USER_AUTH"], refreshTokenRotation: unknown }),
            },
            expect: { web: [userAuth("users")] },
            undecided: { web: ["refreshTokenRotation"] },
        },
    ],
    undecided: [
        {
            why: "a tier not known yet",
            stack: { users: pool({ userPoolTier: unknown }), web: client("users", USER_AUTH), app: client("users", ROTATION) },
            on: { web: ["users.userPoolTier"], app: ["users.userPoolTier"] },
        },
        {
            why: "a flow and a feature not known yet",
            stack: {
                users: pool({ userPoolTier: "LITE" }),
                web: client("users", { explicitAuthFlows: [unknown, "ALLOW_USER_SRP_AUTH"], refreshTokenRotation: { feature: unknown } }),
            },
            on: { web: ["explicitAuthFlows[0]", "refreshTokenRotation.feature"] },
        },
    ],
});
