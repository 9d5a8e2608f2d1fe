import { attributeOf, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { isServiceClient, letsUsersChangeAttributes } from "../cognito/clients";
import { USER_ADMIN_SCOPE } from "../cognito/oauth";
import { isMutable, letsAnyoneSignUp } from "../cognito/user-pools";
import type { Client } from "../core/client";
import { allOf, filterKnown, some } from "../core/properties";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";
import { namesOf } from "./shared/listed-providers";
import { notSet } from "./shared/not-set";
import type { AttributeSchema } from "./shared/pool-attributes";
import { hasSensitiveWord, sensitiveWordsOption } from "./shared/sensitive-words";
import { asvs, cwe } from "./shared/standards";

const messages = {
    unset: (state: string, attributes: readonly string[], pool: string) =>
        `${state}, so users can set ${value(enumerate(attributes))} in the user pool ${value(pool)}.`,
    mapped: (providers: readonly string[], attributes: readonly string[]) =>
        ` ${enumerate(providers.map(quoted))} ${providers.length === 1 ? "maps" : "map"} ${value(enumerate(attributes))}, ` +
        `so keep ${attributes.length === 1 ? "it" : "them"} writable and disable the sign-in flows and ${USER_ADMIN_SCOPE}.`,
};

/** Whether users can change a custom attribute whose name has one of the words. They cannot change developer-only attributes. */
function isSensitive(schema: AttributeSchema, words: readonly string[]): boolean {
    const attribute = attributeOf(schema);
    const isCustom = attribute.startsWith("custom:") && !STANDARD_ATTRIBUTES.includes(schema.name);
    return isCustom && hasSensitiveWord(attribute, words) && isMutable(schema);
}

/** Whether a user of a client can set attributes: later, or when signing up. */
function letsUsersSetAttributes(client: Client, pool: Pool): boolean {
    return allOf(
        () => !isServiceClient(client),
        () => some([() => letsUsersChangeAttributes(client), () => letsAnyoneSignUp(pool)], test => test()),
    );
}

export default defineRule({
    name: "no-default-sensitive-attributes",
    title: "No default write access to sensitive attributes",
    category: "security",
    scope: "stack",
    level: "advisory",
    severity: "high",
    description: "Users must not set attributes that grant access, as they can by default.",
    remediation: "List in writeAttributes what users may change and identity providers map.",
    standards: [asvs("8", "2.3"), asvs("15", "3.3"), cwe(915)],
    options: { sensitiveWords: sensitiveWordsOption },
    docs: {
        details:
            "If writeAttributes is not set or empty, a user can change every mutable attribute with an access token, custom attributes included, and so set custom:role to the role of an administrator. " +
            "In AWS Ops Wheel, this was the vulnerability CVE-2026-6912. " +
            "The rule reports the custom attributes in the schemas of the user pool that have mutable: true and one of the words of the option sensitiveWords in their name; no-sensitive-write-attributes explains the words, and reports such attributes in a list. " +
            "It skips attributes with developerOnlyAttribute, which users cannot change, and clients whose users cannot set attributes: " +
            "clients for services, and clients without sign-in flows and without the scope aws.cognito.signin.user.admin, if adminCreateUserConfig.allowAdminCreateUserOnly of the user pool is true so that no one can sign up. " +
            "An attribute that an identity provider of the client maps must stay writable, or users cannot sign in through the provider: protect it in this way. A server sets the others with AdminUpdateUserAttributes.",
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
        (client, { pool, report, filter, options: { sensitiveWords } }) => {
            const isViolated = allOf(
                () => client.writeAttributes === undefined,
                () => some(pool.schemas, schema => isSensitive(schema, sensitiveWords)),
                () => letsUsersSetAttributes(client, pool),
            );
            if (!isViolated) return;
            const sensitive = filter(pool.schemas, schema => isSensitive(schema, sensitiveWords)).map(attributeOf);
            report("writeAttributes", messages.unset(notSet(client, "writeAttributes"), sensitive, pool.name) + adviceFor(sensitive, pool));
        },
    ],
});

/** More identity providers than a user pool can have are not searched. */
const MAX_SEARCHED = 300;

/** Returns what to do instead about attributes that identity providers map, and nothing without such attributes. */
function adviceFor(attributes: readonly string[], { identityProviders }: Pool): string {
    const providers = filterKnown(identityProviders.owned.slice(0, MAX_SEARCHED), ({ attributeMapping = {} }) =>
        attributes.some(attribute => attribute in attributeMapping),
    );
    const mapped = attributes.filter(attribute => providers.some(({ attributeMapping = {} }) => attribute in attributeMapping));
    return mapped.length === 0 ? "" : messages.mapped(namesOf(providers), mapped);
}
