import type { Client } from "../core/client";
import { allOf, has, some } from "../core/properties";
import { defineRule, type PropertyPath, type StackCheck } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";

/** The end of the URL that a load balancer redirects users to. Source: the guide for Application Load Balancers, page on authentication. */
const CALLBACK_PATH = "/oauth2/idpresponse";

const messages = {
    notTrue: (listeners: string) => `is not true, which the ${listeners}.`,
    lacks: (missing: string, listeners: string) => `lacks ${missing}, which the ${listeners}.`,
};

/** Returns `listener https needs`, or `listeners https and admin need`. */
function needOf(listeners: readonly string[]): string {
    const names = enumerate(listeners.map(value));
    return listeners.length === 1 ? `listener ${names} needs` : `listeners ${names} need`;
}

/** Returns a check that reports a property of a client if load balancers use the client and need another value. */
function checkClient(property: PropertyPath, isWrong: (client: Client) => boolean, message: (listeners: string) => string): StackCheck {
    return (client, { listeners: { owned, ownerUnknown }, report, filter }) => {
        filter(ownerUnknown, ({ error }) => {
            if (isWrong(client)) throw error; // recorded as unknown
            return false;
        });
        const isViolated = allOf(
            () => owned.length > 0,
            () => isWrong(client),
        );
        if (isViolated) report(property, message(needOf(owned.map(({ name }) => name))));
    };
}

export default defineRule({
    name: "match-load-balancer",
    title: "Clients of load balancers",
    category: "consistency",
    scope: "stack",
    level: "mandatory",
    severity: "high",
    description: "A client of a load balancer must have what that needs.",
    remediation: "Set generateSecret, the flow code, the scope openid and the callback URL https://HOST/oauth2/idpresponse.",
    standards: [],
    docs: {
        details:
            "A listener or listener rule of an Application Load Balancer with an action authenticate-cognito signs users in with the client in userPoolClientId. " +
            "The load balancer gets the tokens with the flow code and the secret of the client, requests the scope openid, and redirects users to the path /oauth2/idpresponse of its own host. " +
            'AWS rejects the listener if the client has no secret ("The user pool client must have a client secret") or lacks the flow or the scope, and users cannot sign in without the callback URL. ' +
            "The rule checks the clients of the stack that its listeners and listener rules use.",
        sources: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"],
    },
    examples: {
        incorrect: [
            {
                pool: {},
                domain: {},
                hasListener: true,
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/oauth2/idpresponse"],
                    supportedIdentityProviders: ["COGNITO"],
                },
            },
        ],
        correct: [
            {
                pool: {},
                domain: {},
                hasListener: true,
                client: {
                    generateSecret: true,
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/oauth2/idpresponse"],
                    supportedIdentityProviders: ["COGNITO"],
                },
            },
        ],
    },
    checks: [
        checkClient("generateSecret", ({ generateSecret }) => generateSecret !== true, messages.notTrue),
        checkClient(
            "allowedOauthFlowsUserPoolClient",
            ({ allowedOauthFlowsUserPoolClient }) => allowedOauthFlowsUserPoolClient !== true,
            messages.notTrue,
        ),
        checkClient(
            "allowedOauthFlows",
            ({ allowedOauthFlows }) => !has(allowedOauthFlows, "code"),
            listeners => messages.lacks('"code"', listeners),
        ),
        checkClient(
            "allowedOauthScopes",
            ({ allowedOauthScopes }) => !has(allowedOauthScopes, "openid"),
            listeners => messages.lacks('"openid"', listeners),
        ),
        checkClient(
            "callbackUrls",
            ({ callbackUrls }) => !some(callbackUrls, url => url.endsWith(CALLBACK_PATH)),
            listeners => messages.lacks(`a URL that ends in ${CALLBACK_PATH}`, listeners),
        ),
    ],
});
