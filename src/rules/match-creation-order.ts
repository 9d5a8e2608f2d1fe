import { parseScope } from "../cognito/oauth";
import { findBy } from "../core/find-by";
import type { ResourceServer } from "../core/resource-types";
import { defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { enumerate } from "../util/wording";
import { providerName } from "./shared/listed-providers";

const messages = {
    provider: (names: readonly string[]) => `has ${enumerate(names.map(quoted))}, but the client does not depend on this provider.`,
    scope: (scopes: readonly string[]) => `has ${enumerate(scopes.map(quoted))}, but the client does not depend on this resource server.`,
};

function identifierOf({ identifier }: ResourceServer): string | undefined {
    return identifier;
}

export default defineRule({
    name: "match-creation-order",
    title: "Creation after identity providers and resource servers",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "A client must be created after the providers and resource servers that it names.",
    remediation: "Add the resource to dependsOn, or use its outputs.",
    standards: [],
    docs: {
        details:
            "Pulumi creates resources at the same time unless one depends on the other, and a name that is written as text is no dependency. " +
            'AWS rejects a client with an identity provider or a scope that does not exist yet ("The provider Google does not exist for User Pool ..."), so the first deployment fails, or only sometimes. ' +
            "Use google.providerName in supportedIdentityProviders and scopes of ordersApi.scopeIdentifiers in allowedOauthScopes, or the option dependsOn. " +
            "A dependency over other resources counts, and so does a parent. The rule says nothing if the client, the identity provider or the resource server exists already.",
        whenNotToUse: "Turn it off if other resources or scripts make sure of the order.",
        sources: [
            "https://www.pulumi.com/docs/iac/concepts/resources/options/dependson/",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [{ pool: {}, identityProvider: { providerName: "Google" }, client: { supportedIdentityProviders: ["Google"] } }],
        correct: [
            {
                pool: {},
                identityProvider: { providerName: "Google" },
                client: { supportedIdentityProviders: ["Google"] },
                dependsOn: ["identityProvider"],
            },
        ],
    },
    checks: [
        ({ supportedIdentityProviders }, { pool, mayPrecede, report, filter }) => {
            const { owned } = pool.identityProviders;
            const early = filter(supportedIdentityProviders, name => findBy(owned, providerName, name).found.some(mayPrecede));
            if (early.length > 0) report("supportedIdentityProviders", messages.provider(early));
        },
        ({ allowedOauthScopes }, { pool, mayPrecede, report, filter }) => {
            const { owned } = pool.resourceServers;
            const early = filter(allowedOauthScopes, scope => {
                const { identifier } = parseScope(scope);
                return identifier !== undefined && findBy(owned, identifierOf, identifier).found.some(mayPrecede);
            });
            if (early.length > 0) report("allowedOauthScopes", messages.scope(early));
        },
    ],
});
