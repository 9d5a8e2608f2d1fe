import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import type { IdentityProvider } from "../core/user-pools";
import { enumerate } from "../util/wording";

/** The attributes that Cognito sets although the client cannot write them. */
const ALWAYS_SET: readonly string[] = ["username", "email_verified", "phone_number_verified"];

const messages = {
    missing: (attributes: readonly string[], providers: readonly string[], pool: string) =>
        `lacks ${enumerate(attributes)}, mapped by the identity ${providers.length === 1 ? "provider" : "providers"} ` +
        `${enumerate(providers)} of the user pool ${pool}.`,
};

export default defineRule({
    name: "match-attribute-mapping",
    title: "Write access to mapped attributes",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description:
        "If writeAttributes is set, it must include every attribute that an identity provider of the client maps, or users cannot sign in through the provider.",
    remediation: "Add the attributes to writeAttributes, or remove them from attributeMapping of the identity provider.",
    standards: [],
    docs: {
        details:
            "The keys of attributeMapping are attributes of the user pool. Cognito updates them each time a user signs in through the identity provider, with the write access of the client; without it, the sign-in fails. " +
            "The rule checks the identity providers of the stack that supportedIdentityProviders names. " +
            "username, email_verified and phone_number_verified can be mapped without write access. A list that is unset or empty means all attributes, so it is not checked.",
        whenNotToUse: "Turn it off if attribute mappings are changed outside of Pulumi.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [
            {
                identityProvider: { providerName: "Google", attributeMapping: { email: "email", given_name: "given_name" } },
                client: { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] },
            },
        ],
        correct: [
            {
                identityProvider: { providerName: "Google", attributeMapping: { email: "email", email_verified: "email_verified" } },
                client: { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] },
            },
        ],
    },
    checks: [
        (client, { pool, report, filter }) => {
            if (client.writeAttributes === undefined) return;
            const { supportedIdentityProviders, writeAttributes } = client;
            const missing = ({ attributeMapping = {} }: IdentityProvider) =>
                filter(Object.keys(attributeMapping), attribute => !ALWAYS_SET.includes(attribute) && !has(writeAttributes, attribute));
            const isIncomplete = (provider: IdentityProvider) =>
                has(supportedIdentityProviders, provider.providerName) && missing(provider).length > 0;
            const incomplete = filter(pool.identityProviders.owned, isIncomplete);
            filter(pool.identityProviders.ownerUnknown, ({ resource, error }) => {
                if (isIncomplete(resource)) throw error; // recorded as unknown
                return false;
            });
            if (incomplete.length === 0) return;
            const names = incomplete.map(({ providerName = "" }) => providerName);
            report("writeAttributes", messages.missing([...new Set(incomplete.flatMap(missing))], names, pool.name));
        },
    ],
});
