import { isServiceClient } from "../cognito/clients";
import type { Client } from "../core/client";
import { has, some } from "../core/properties";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { enumerate } from "../util/wording";
import { cwe } from "./shared/standards";

/** The attributes that Cognito can verify. */
const VERIFIABLE = ["email", "phone_number"];

/** The properties of a user pool that list attributes with which users sign in, or which it verifies. */
const USES = ["usernameAttributes", "aliasAttributes", "autoVerifiedAttributes"] as const;

const messages = {
    unset: (attributes: readonly string[], pool: string) =>
        `is not set, so users can change ${enumerate(attributes)} in the user pool ${pool} without verification.`,
    writable: (attributes: readonly string[], pool: string) =>
        `has ${enumerate(attributes)}, which users can change in the user pool ${pool} without verification.`,
};

/** Whether users sign in with an attribute or the user pool verifies it. */
function isUsed(pool: Pool, attribute: string): boolean {
    return some(USES, property => has(pool[property], attribute));
}

function isWritable({ writeAttributes }: Client, attribute: string): boolean {
    return writeAttributes === undefined || has(writeAttributes, attribute);
}

/** Whether a new value replaces the old one before the user verifies it. */
function changesUnverified(pool: Pool, attribute: string): boolean {
    return !has(pool.userAttributeUpdateSettings?.attributesRequireVerificationBeforeUpdates, attribute) && isMutable(pool, attribute);
}

/** A standard attribute is mutable by default, but not if the user pool has a schema for it without mutable. */
function isMutable({ schemas }: Pool, attribute: string): boolean {
    return !some(schemas, ({ name, mutable }) => name === attribute && mutable !== true);
}

export default defineRule({
    name: "require-attribute-verification",
    title: "Verification of email and phone changes",
    category: "security",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description:
        "If users can change an email address or phone number that the user pool uses, it must require verification before the update: otherwise, users can claim those of other people.",
    remediation:
        "Add the attributes to userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates and to autoVerifiedAttributes of the user pool, or list writeAttributes without them.",
    standards: [cwe(345)],
    docs: {
        details:
            "A user with an access token can change every attribute in writeAttributes, or all if the list is not set or empty. " +
            "A new email address or phone number takes effect at once, without verification, unless userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates of the user pool has the attribute, so an app that identifies users by the claim email lets them into the account of another person. " +
            "The rule checks email and phone_number if the user pool has them in usernameAttributes, aliasAttributes or autoVerifiedAttributes. " +
            "It skips attributes whose schema in the user pool does not have mutable: true, and clients for machine-to-machine authorization, which have no users: those whose only OAuth flow is client_credentials, and those with ALLOW_CLIENT_TOKEN_AUTH. " +
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
            const unverified = filter(
                VERIFIABLE,
                attribute => isUsed(pool, attribute) && isWritable(client, attribute) && changesUnverified(pool, attribute),
            );
            if (unverified.length === 0 || isServiceClient(client)) return;
            const message = client.writeAttributes === undefined ? messages.unset : messages.writable;
            report("writeAttributes", message(unverified, pool.name));
        },
    ],
});
