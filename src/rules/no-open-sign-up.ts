import { isSignIn, REFRESH_FLOW } from "../cognito/auth-flows";
import { hasApiSignIn, isFederatedClient } from "../cognito/clients";
import { letsAnyoneSignUp } from "../cognito/user-pools";
import { allOf } from "../core/properties";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";
import { notSet } from "./shared/not-set";
import { asvs, cwe } from "./shared/standards";

const messages = {
    unset: (state: string, pool: string) => `${state}, so anyone who signs up in the user pool ${value(pool)} can sign in with SRP.`,
    signIn: (flows: readonly string[], pool: string) =>
        `has ${value(enumerate(flows))}, so anyone who signs up in the user pool ${value(pool)} can sign in.`,
};

export default defineRule({
    name: "no-open-sign-up",
    title: "No sign-up past identity providers",
    category: "security",
    scope: "stack",
    level: "advisory",
    severity: "high",
    description: "People must not sign up in the pool to get past its identity providers.",
    remediation: `Use ["${REFRESH_FLOW}"], or allowAdminCreateUserOnly in the user pool.`,
    standards: [asvs("10", "4.4"), cwe(288)],
    docs: {
        details:
            "A client for federated users has managed login, and supportedIdentityProviders without COGNITO. supportedIdentityProviders only restricts managed login: " +
            "if explicitAuthFlows has a flow for sign-in, or is not set, which means SRP and custom sign-in, a stranger can sign up with the operation SignUp, sign in with the Cognito API, and get the tokens of the app. " +
            "Anyone can sign up unless adminCreateUserConfig.allowAdminCreateUserOnly of the user pool is true. " +
            `A list with ${REFRESH_FLOW} alone has no flow for sign-in; no-unneeded-auth-flows says what to write with refresh token rotation.`,
        whenNotToUse: "Exempt a client whose Lambda trigger for sign-up or sign-in rejects users without an identity provider.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html",
        ],
    },
    examples: {
        incorrect: [
            {
                pool: {},
                identityProvider: { providerName: "Okta" },
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://intranet.acme.dev/callback"],
                    supportedIdentityProviders: ["Okta"],
                },
            },
        ],
        correct: [
            {
                pool: {},
                identityProvider: { providerName: "Okta" },
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://intranet.acme.dev/callback"],
                    supportedIdentityProviders: ["Okta"],
                    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
                },
            },
        ],
    },
    checks: [
        (client, { pool, report, filter }) => {
            const isViolated = allOf(
                () => isFederatedClient(client),
                () => hasApiSignIn(client),
                () => letsAnyoneSignUp(pool),
            );
            if (!isViolated) return;
            if (client.explicitAuthFlows === undefined)
                report("explicitAuthFlows", messages.unset(notSet(client, "explicitAuthFlows"), pool.name));
            else report("explicitAuthFlows", messages.signIn(filter(client.explicitAuthFlows, isSignIn), pool.name));
        },
    ],
});
