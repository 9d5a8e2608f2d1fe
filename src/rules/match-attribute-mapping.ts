import { has } from "../core/properties";
import type { IdentityProvider } from "../core/resource-types";
import { defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { enumerate } from "../util/wording";
import { listedProviders, namesOf } from "./shared/listed-providers";

/** The attributes that Cognito sets although the client cannot write them. */
const ALWAYS_SET: readonly string[] = ["username", "email_verified", "phone_number_verified"];

const messages = {
    missing: (attributes: readonly string[], providers: readonly string[]) =>
        `lacks ${enumerate(attributes.map(quoted))}, which the identity ${providers.length === 1 ? "provider" : "providers"} ` +
        `${enumerate(providers.map(quoted))} ${providers.length === 1 ? "maps" : "map"}.`,
};

export default defineRule({
    name: "match-attribute-mapping",
    title: "Write access to mapped attributes",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "writeAttributes must include what identity providers of the client map, or sign-in fails.",
    remediation: "Add them to writeAttributes.",
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
        (client, context) => {
            const { writeAttributes } = client;
            if (writeAttributes === undefined) return;
            const missing = ({ attributeMapping = {} }: IdentityProvider) =>
                context.filter(Object.keys(attributeMapping), name => !ALWAYS_SET.includes(name) && !has(writeAttributes, name));
            const incomplete = listedProviders(client, context, provider => missing(provider).length > 0);
            if (incomplete.length === 0) return;
            context.report("writeAttributes", messages.missing([...new Set(incomplete.flatMap(missing))], namesOf(incomplete)));
        },
    ],
});
