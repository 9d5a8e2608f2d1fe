import { hasManagedLogin } from "../cognito/clients";
import { isSignInFlow } from "../cognito/oauth";
import type { Client } from "../core/client";
import { someResource } from "../core/owned-resources";
import { allOf, some } from "../core/properties";
import { defineRule, type StackCheck, type StackContext } from "../core/rule";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";

/** The version of managed login that shows no pages to a client without a style; 1 is the classic hosted UI. */
const STYLED_VERSION = 2;

const messages = {
    noDomain: (flows: string, pool: string) => `has ${flows}, but the user pool ${value(pool)} has no domain in the stack.`,
    noStyle: (flows: string, pool: string) =>
        `has ${flows}, but the client has no style for managed login version 2 of the user pool ${value(pool)}.`,
};

/** Hosts that are reserved for examples: the client is not in use yet. Source: RFC 2606. */
const EXAMPLE_HOST = /^https?:\/\/(?:[^/?#]+\.)?example\.(?:com|net|org)(?:[/:?#]|$)/i;

function isInUse({ callbackUrls }: Client): boolean {
    return callbackUrls === undefined || some(callbackUrls, url => !EXAMPLE_HOST.test(url));
}

/** Returns a check that reports a client with managed login if a resource of the stack is missing. */
function checkManagedLogin(
    isMissing: (context: StackContext<unknown>) => boolean,
    message: (flows: string, pool: string) => string,
): StackCheck {
    return (client, context) => {
        const { pool, report, filter } = context;
        const isViolated = allOf(
            () => hasManagedLogin(client),
            () => isInUse(client),
            () => isMissing(context),
            () => !pool.isOpen, // the last one, since all files of a program are read for it
        );
        if (!isViolated) return;
        const flows = filter(client.allowedOauthFlows, isSignInFlow).map(quoted);
        report("allowedOauthFlows", message(enumerate(flows), pool.name));
    };
}

export default defineRule({
    name: "match-managed-login",
    title: "Domain and style for managed login",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "Managed login needs a domain and, in version 2, a style for each client.",
    remediation: "Add the missing UserPoolDomain or ManagedLoginBranding.",
    standards: [],
    docs: {
        details:
            "A client with the flow code or implicit and allowedOauthFlowsUserPoolClient signs users in on the pages of managed login, which are at the domain of the user pool. " +
            "Without a domain, there are no sign-in page and no token endpoint. " +
            'With managedLoginVersion 2, the pages of a client without a style say "Login pages unavailable"; a ManagedLoginBranding with useCognitoProvidedValues is enough. ' +
            "The rule checks clients whose user pool is in the stack, except those whose callback URLs are all at example.com, example.net or example.org.",
        whenNotToUse: "Turn it off if domains are created in another stack or styles in the console.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html",
        ],
    },
    examples: {
        incorrect: [
            {
                pool: {},
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                    supportedIdentityProviders: ["COGNITO"],
                },
            },
            {
                pool: {},
                domain: { managedLoginVersion: 2 },
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                    supportedIdentityProviders: ["COGNITO"],
                },
            },
        ],
        correct: [
            {
                pool: {},
                domain: { managedLoginVersion: 2 },
                hasBranding: true,
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                    supportedIdentityProviders: ["COGNITO"],
                },
            },
        ],
    },
    checks: [
        checkManagedLogin(({ pool }) => !someResource(pool.domains, () => true), messages.noDomain),
        checkManagedLogin(
            ({ pool, managedLoginBrandings }) =>
                allOf(
                    () => someResource(pool.domains, ({ managedLoginVersion }) => managedLoginVersion === STYLED_VERSION),
                    () => !someResource(managedLoginBrandings, () => true),
                ),
            messages.noStyle,
        ),
    ],
});
