import { attributeOf, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { isServiceClient } from "../cognito/clients";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { enumerate } from "../util/wording";
import { hasSensitiveWord, sensitiveWordsOption } from "./shared/sensitive-words";
import { asvs, cwe } from "./shared/standards";

const messages = {
    unset: (attributes: readonly string[], pool: string) =>
        `is not set, so users can change ${enumerate(attributes)} in the user pool ${pool}.`,
};

type AttributeSchema = NonNullable<Pool["schemas"]>[number];

/** Whether users can change a custom attribute whose name has one of the words. They cannot change developer-only attributes. */
function isSensitive(schema: AttributeSchema, words: readonly string[]): boolean {
    const attribute = attributeOf(schema);
    const isCustom = attribute.startsWith("custom:") && !STANDARD_ATTRIBUTES.includes(schema.name);
    return isCustom && hasSensitiveWord(attribute, words) && schema.mutable === true;
}

export default defineRule({
    name: "no-default-sensitive-attributes",
    title: "No default write access to sensitive attributes",
    category: "security",
    scope: "stack",
    level: "advisory",
    severity: "high",
    description:
        "If the user pool has mutable custom attributes that grant access, clients must set writeAttributes: by default, users can change all mutable attributes.",
    remediation:
        "Set writeAttributes to the attributes that users need to change, those that the user pool requires and those that its identity providers map, and let a server set the others with AdminUpdateUserAttributes.",
    standards: [asvs("8", "2.3"), asvs("15", "3.3"), cwe(915)],
    options: { sensitiveWords: sensitiveWordsOption },
    docs: {
        details:
            "If writeAttributes is not set or empty, a user can change every mutable attribute with an access token, custom attributes included, and so set custom:role to the role of an administrator. " +
            "In AWS Ops Wheel, this was the vulnerability CVE-2026-6912. " +
            "The rule reports the custom attributes in the schemas of the user pool that have mutable: true and one of the words of the option sensitiveWords in their name; no-sensitive-write-attributes explains the words, and reports such attributes in a list. " +
            "It skips attributes with developerOnlyAttribute, which users cannot change, and clients for machine-to-machine authorization, which have no users: those whose only OAuth flow is client_credentials, and those with ALLOW_CLIENT_TOKEN_AUTH.",
        whenNotToUse: "Change the option sensitiveWords, or exempt the client, if an attribute with such a name does not grant access.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
            "https://aws.amazon.com/security/security-bulletins/2026-018-aws/",
            "https://github.com/aws/aws-ops-wheel/pull/165",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html",
        ],
    },
    examples: {
        incorrect: [
            {
                pool: { schemas: [{ name: "role", attributeDataType: "String", mutable: true }] },
                client: { readAttributes: ["email", "custom:role"] },
            },
        ],
        correct: [
            {
                pool: { schemas: [{ name: "role", attributeDataType: "String", mutable: true }] },
                client: { readAttributes: ["email", "custom:role"], writeAttributes: ["email"] },
            },
            {
                pool: { schemas: [{ name: "role", attributeDataType: "String", mutable: false }] },
                client: { readAttributes: ["email", "custom:role"] },
            },
        ],
    },
    checks: [
        (client, { options: { sensitiveWords }, pool, report, filter }) => {
            if (client.writeAttributes !== undefined) return;
            const sensitive = filter(pool.schemas, schema => isSensitive(schema, sensitiveWords));
            if (sensitive.length === 0 || isServiceClient(client)) return;
            report("writeAttributes", messages.unset(sensitive.map(attributeOf), pool.name));
        },
    ],
});
