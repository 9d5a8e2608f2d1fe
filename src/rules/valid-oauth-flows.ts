import { isSignInFlow, nearestOauthFlow, OAUTH_FLOWS } from "../cognito/oauth";
import type { Client } from "../core/client";
import { allOf, has } from "../core/properties";
import { type Check, defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { enumerate } from "../util/wording";
import { checkElements } from "./shared/check-elements";
import { invalidNames } from "./shared/invalid-names";
import { requiredForManagedLogin } from "./shared/managed-login";
import { notSet } from "./shared/not-set";
import { joinedNames, suggest, suggestList } from "./shared/suggestions";

const defects = {
    unknown: (flows: readonly string[]) => invalidNames(flows, hintFor, "an OAuth flow", "OAuth flows"),
};

const messages = {
    mixed: (flows: readonly string[]) => `has client_credentials together with ${enumerate(flows.map(quoted))}; it must be the only flow.`,
    noSecret: () => "has client_credentials, which requires generateSecret to be true.",
    missing: (client: Client, property: "allowedOauthFlows" | "allowedOauthScopes") =>
        `${notSet(client, property)}; allowedOauthFlowsUserPoolClient requires it.`,
};

function hintFor(name: string): string {
    return suggestList(name, "allowedOauthFlows") || suggest(joinedNames(name, nearestOauthFlow) ?? nearestOauthFlow(name));
}

function checkRequired(property: "allowedOauthFlows" | "allowedOauthScopes"): Check {
    return (client, { report }) => {
        const isMissing = allOf(
            () => client.allowedOauthFlowsUserPoolClient === true,
            () => client[property] === undefined,
        );
        if (isMissing) report(property, messages.missing(client, property));
    };
}

export default defineRule({
    name: "valid-oauth-flows",
    title: "Valid OAuth flows",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "OAuth flows must exist and have the settings that they require.",
    remediation: 'Use "code" with callbackUrls, or client_credentials alone with a secret.',
    standards: [],
    docs: {
        details:
            `Cognito accepts ${enumerate(OAUTH_FLOWS)} in allowedOauthFlows; client_credentials must be the only flow and requires generateSecret, because a service signs in with the client secret. ` +
            "Setting generateSecret later replaces the client. " +
            "If allowedOauthFlowsUserPoolClient is true (the default is false), allowedOauthFlows and allowedOauthScopes are required, and code and implicit also require callbackUrls. " +
            "An empty list counts as not set. " +
            "A client with ALLOW_CLIENT_TOKEN_AUTH in explicitAuthFlows needs no OAuth flow and no allowedOauthFlowsUserPoolClient.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            { client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] } },
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["client_credentials"],
                    allowedOauthScopes: ["orders/read"],
                },
            },
        ],
        correct: [
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                },
            },
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["client_credentials"],
                    allowedOauthScopes: ["orders/read"],
                    generateSecret: true,
                },
            },
        ],
    },
    checks: [
        checkElements("allowedOauthFlows", flow => (OAUTH_FLOWS.includes(flow) ? undefined : "unknown"), defects),
        ({ allowedOauthFlows }, { report, filter }) => {
            const flows = filter(allowedOauthFlows, isSignInFlow);
            if (flows.length > 0 && has(allowedOauthFlows, "client_credentials")) report("allowedOauthFlows", messages.mixed(flows));
        },
        (client, { report }) => {
            const lacksSecret = allOf(
                () => has(client.allowedOauthFlows, "client_credentials"),
                () => !client.generateSecret,
            );
            if (lacksSecret) report("allowedOauthFlows", messages.noSecret());
        },
        checkRequired("allowedOauthFlows"),
        checkRequired("allowedOauthScopes"),
        requiredForManagedLogin("callbackUrls"),
    ],
});
