import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";
import { hasSensitiveWord, sensitiveWordsOption } from "./shared/sensitive-words";
import { asvs, cwe } from "./shared/standards";

const messages = {
    writable: (attributes: readonly string[]) => `has ${enumerate(attributes)}.`,
};

export default defineRule({
    name: "no-sensitive-write-attributes",
    title: "No write access to sensitive attributes",
    category: "security",
    level: "advisory",
    severity: "high",
    description: "Attributes that grant access must not be writable: users can change writable attributes with their own access token.",
    remediation: "Remove attributes that grant access, and let a server set them with AdminUpdateUserAttributes.",
    standards: [asvs("8", "2.3"), asvs("15", "3.3"), cwe(915)],
    options: { sensitiveWords: sensitiveWordsOption },
    docs: {
        details:
            "Users can change every attribute in writeAttributes with their access token, so a user could set custom:role to the role of an administrator. " +
            "The rule reports custom attributes whose name has one of the words of the option sensitiveWords, in any case; words end at capitals and at characters that are not letters, so custom:userRole and custom:user_role have the word role, and custom:parole does not. " +
            "If writeAttributes is not set, users can change every mutable attribute, which require-write-attributes and no-default-sensitive-attributes report.",
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
        ({ writeAttributes }, { options: { sensitiveWords }, report, filter }) => {
            const writable = filter(writeAttributes, attribute => hasSensitiveWord(attribute, sensitiveWords));
            if (writable.length > 0) report("writeAttributes", messages.writable(writable));
        },
    ],
});
