import { customName, isReadOnly, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { isMutable } from "../cognito/user-pools";
import { filterKnown, some } from "../core/properties";
import type { IdentityProvider } from "../core/resource-types";
import { defineRule, type StackCheck, type StackContext } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";
import { listedProviders, namesOf } from "./shared/listed-providers";
import { isRequired, quoteMissing, schemasOf } from "./shared/pool-attributes";

const messages = {
    immutable: (providers: readonly string[], attributes: readonly string[], pool: Pool) =>
        `has ${providersThat("maps", providers)} ${enumerate(attributes.map(quoted))}, immutable in the user pool ${value(pool.name)}.`,
    missing: (providers: readonly string[], attributes: readonly string[], pool: Pool) =>
        `has ${providersThat("maps", providers)} ${enumerate(quoteMissing(attributes, pool))}, missing in the user pool ${value(pool.name)}.`,
    required: (providers: readonly string[], attributes: readonly string[], pool: Pool) =>
        `has ${providersThat("does not map", providers)} ${enumerate(attributes.map(quoted))}, required in the user pool ${value(pool.name)}.`,
};

/** Returns `"Google", which maps` or `"Google" and "Okta", which map`. */
function providersThat(verb: "maps" | "does not map", names: readonly string[]): string {
    const plural = { maps: "map", "does not map": "do not map" }[verb];
    return `${enumerate(names.map(quoted))}, which ${names.length === 1 ? verb : plural}`;
}

type Filter = StackContext<unknown>["filter"];

/** Returns a check that reports the identity providers of a client for which `find` returns attributes. */
function checkMapping(
    find: (provider: IdentityProvider, pool: Pool, filter: Filter) => readonly string[],
    message: (typeof messages)[keyof typeof messages],
): StackCheck {
    return (client, context) => {
        const { pool, report, filter } = context;
        const providers = listedProviders(client, context, provider => find(provider, pool, filter).length > 0);
        if (providers.length === 0) return;
        const attributes = new Set(providers.flatMap(provider => find(provider, pool, filterKnown)));
        report("supportedIdentityProviders", message(namesOf(providers), [...attributes], pool));
    };
}

/** Returns the mapped attributes of the user pool. Cognito itself sets username and the read-only ones. */
function mappedAttributes({ attributeMapping = {} }: IdentityProvider): string[] {
    return Object.keys(attributeMapping).filter(attribute => attribute !== "username" && !isReadOnly(attribute));
}

function isMissing(pool: Pool, attribute: string): boolean {
    if (STANDARD_ATTRIBUTES.includes(attribute)) return false;
    return customName(attribute) === undefined || schemasOf(pool, attribute).length === 0;
}

export default defineRule({
    name: "match-provider-mapping",
    title: "Attribute mapping of identity providers",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "high",
    description: "Identity providers must map mutable and all required attributes, or sign-in fails.",
    remediation: "Change attributeMapping, or the schemas of the pool.",
    standards: [],
    docs: {
        details:
            "The keys of attributeMapping are attributes of the user pool. Cognito sets them when a user signs in through the identity provider for the first time, and updates them at each further sign-in. " +
            "A required attribute that is not mapped, and an attribute that the pool does not have, fail the first sign-in; an immutable attribute fails the second. " +
            "An attribute in the schemas of the pool is immutable unless it has mutable: true; a standard attribute without a schema is mutable. " +
            "username, sub, email_verified and phone_number_verified are not checked, since Cognito sets them itself. " +
            "The rule checks the identity providers of the stack that supportedIdentityProviders names.",
        whenNotToUse: "Turn it off if attributes or attribute mappings are changed outside of Pulumi.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
        ],
    },
    examples: {
        incorrect: [
            {
                pool: { schemas: [{ name: "team", attributeDataType: "String" }] },
                identityProvider: { providerName: "Okta", attributeMapping: { "custom:team": "team" } },
                client: { supportedIdentityProviders: ["Okta"] },
            },
            {
                pool: { schemas: [{ name: "email", attributeDataType: "String", required: true, mutable: true }] },
                identityProvider: { providerName: "Google", attributeMapping: { name: "name" } },
                client: { supportedIdentityProviders: ["Google"] },
            },
        ],
        correct: [
            {
                pool: {
                    schemas: [
                        { name: "email", attributeDataType: "String", required: true, mutable: true },
                        { name: "team", attributeDataType: "String", mutable: true },
                    ],
                },
                identityProvider: { providerName: "Okta", attributeMapping: { email: "email", "custom:team": "team" } },
                client: { supportedIdentityProviders: ["Okta"] },
            },
        ],
    },
    checks: [
        checkMapping(
            (provider, pool, filter) =>
                filter(mappedAttributes(provider), attribute => some(schemasOf(pool, attribute), schema => !isMutable(schema))),
            messages.immutable,
        ),
        checkMapping(
            (provider, pool, filter) => filter(mappedAttributes(provider), attribute => isMissing(pool, attribute)),
            messages.missing,
        ),
        checkMapping(
            ({ attributeMapping = {} }, pool, filter) =>
                filter(pool.schemas, schema => isRequired(schema) && !(schema.name in attributeMapping)).map(({ name }) => name),
            messages.required,
        ),
    ],
});
