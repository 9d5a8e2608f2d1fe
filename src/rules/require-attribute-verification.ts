import { letsUsersChangeAttributes } from "../cognito/clients";
import { isMutable } from "../cognito/user-pools";
import type { Client } from "../core/client";
import { allOf, has, some } from "../core/properties";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { quoted } from "../core/values";
import { enumerate } from "../util/wording";
import { notSet } from "./shared/not-set";
import { schemasOf } from "./shared/pool-attributes";
import { cwe } from "./shared/standards";

/** The attributes that Cognito can verify. */
const VERIFIABLE = ["email", "phone_number"];

/** The properties of a user pool that list attributes with which users sign in, or which it verifies. */
const USES = ["usernameAttributes", "aliasAttributes", "autoVerifiedAttributes"] as const;

const messages = {
    unset: (state: string, attributes: readonly string[]) =>
        `${state}, so users can change ${enumerate(attributes.map(quoted))} without verification.`,
    writable: (attributes: readonly string[]) => `has ${enumerate(attributes.map(quoted))}, which users can change without verification.`,
};

/** Whether users sign in with an attribute or the user pool verifies it. */
function isUsed(pool: Pool, attribute: string): boolean {
    return some(USES, property => has(pool[property], attribute));
}

function isWritable({ writeAttributes }: Client, attribute: string): boolean {
    return writeAttributes === undefined || has(writeAttributes, attribute);
}

function requiresVerification({ userAttributeUpdateSettings }: Pool, attribute: string): boolean {
    return has(userAttributeUpdateSettings?.attributesRequireVerificationBeforeUpdates, attribute);
}

/** Whether users cannot change an attribute. A standard one is mutable unless the user pool has a schema for it without mutable: true. */
function isImmutable(pool: Pool, attribute: string): boolean {
    return some(schemasOf(pool, attribute), schema => !isMutable(schema));
}

export default defineRule({
    name: "require-attribute-verification",
    title: "Verification of email and phone changes",
    category: "security",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "Users must verify a new email address or phone number, or they can claim another person's.",
    remediation: "Add them to attributesRequireVerificationBeforeUpdates of the pool.",
    standards: [cwe(345)],
    docs: {
        details:
            "A user with an access token can change every attribute in writeAttributes, or all if the list is not set or empty. " +
            "A new email address or phone number takes effect at once, without verification, unless userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates of the user pool has the attribute, so an app that identifies users by the claim email lets them into the account of another person. " +
            "The rule checks email and phone_number if the user pool has them in usernameAttributes, aliasAttributes or autoVerifiedAttributes. " +
            "It skips attributes whose schema in the user pool does not have mutable: true, and clients whose users cannot change attributes: clients for services, and clients without sign-in flows and without the scope aws.cognito.signin.user.admin. " +
            "attributesRequireVerificationBeforeUpdates accepts attributes that autoVerifiedAttributes has. An attribute that no identity provider of the client maps can also be left out of writeAttributes. " +
            "The Cognito console requires verification by default; the API and Pulumi do not.",
        whenNotToUse:
            "Turn it off if no app trusts the email addresses and phone numbers of users, or if every app checks the claims email_verified and phone_number_verified.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html#user-pool-settings-verifications-verify-attribute-updates",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserAttributeUpdateSettingsType.html",
        ],
    },
    examples: {
        incorrect: [
            { pool: { usernameAttributes: ["email"], autoVerifiedAttributes: ["email"] }, client: { writeAttributes: ["email", "name"] } },
        ],
        correct: [
            {
                pool: {
                    usernameAttributes: ["email"],
                    autoVerifiedAttributes: ["email"],
                    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
                },
                client: { writeAttributes: ["email", "name"] },
            },
            { pool: { usernameAttributes: ["email"], autoVerifiedAttributes: ["email"] }, client: { writeAttributes: ["name"] } },
        ],
    },
    checks: [
        (client, { pool, report, filter }) => {
            const unverified = filter(VERIFIABLE, attribute =>
                allOf(
                    () => isUsed(pool, attribute),
                    () => isWritable(client, attribute),
                    () => !requiresVerification(pool, attribute),
                    () => !isImmutable(pool, attribute),
                    () => letsUsersChangeAttributes(client),
                ),
            );
            if (unverified.length === 0) return;
            const isUnset = client.writeAttributes === undefined;
            const problem = isUnset ? messages.unset(notSet(client, "writeAttributes"), unverified) : messages.writable(unverified);
            report("writeAttributes", problem);
        },
    ],
});
