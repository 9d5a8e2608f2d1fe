import { letsUsersChangeAttributes } from "../cognito/clients";
import { USER_ADMIN_SCOPE } from "../cognito/oauth";
import { allOf, some } from "../core/properties";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";
import { hasSensitiveWord, sensitiveWordsOption } from "./shared/sensitive-words";
import { asvs, cwe } from "./shared/standards";

const messages = {
    writable: (attributes: readonly string[]) => `has ${value(enumerate(attributes))}, which users can change.`,
};

export default defineRule({
    name: "no-sensitive-write-attributes",
    title: "No write access to sensitive attributes",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Users must not be able to change attributes that grant access.",
    remediation: "Remove them or, if an identity provider maps them, the scope aws.cognito.signin.user.admin and the sign-in flows.",
    standards: [asvs("8", "2.3"), asvs("15", "3.3"), cwe(915)],
    options: { sensitiveWords: sensitiveWordsOption },
    docs: {
        details:
            "Users can change every attribute in writeAttributes with their access token, so a user could set custom:role to the role of an administrator; a server can set it with AdminUpdateUserAttributes instead. " +
            "The rule reports custom attributes whose name has one of the words of the option sensitiveWords or its plural, in any case: custom:userRole, custom:user_roles and custom:roleid have the word role, and custom:parole does not. " +
            `It skips clients whose users cannot change attributes: clients for services, and clients whose explicitAuthFlows have no flow for sign-in and whose allowedOauthScopes do not have ${USER_ADMIN_SCOPE}. ` +
            "In such a client, an attribute that an identity provider maps can stay in writeAttributes, as match-attribute-mapping requires.",
        whenNotToUse: "Change the option sensitiveWords, or exempt the client, if an attribute with such a name does not grant access.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [{ client: { writeAttributes: ["name", "custom:role"] } }],
        correct: [{ client: { readAttributes: ["name", "custom:role"], writeAttributes: ["name"] } }],
    },
    checks: [
        (client, { options: { sensitiveWords }, report, filter }) => {
            const isSensitive = (attribute: string) => hasSensitiveWord(attribute, sensitiveWords);
            const isViolated = allOf(
                () => some(client.writeAttributes, isSensitive),
                () => letsUsersChangeAttributes(client),
            );
            if (isViolated) report("writeAttributes", messages.writable(filter(client.writeAttributes, isSensitive)));
        },
    ],
});
