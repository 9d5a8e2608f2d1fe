import { hasApiSignIn, isServiceClient } from "../cognito/clients";
import type { Client } from "../core/client";
import { allOf } from "../core/properties";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { asvs, cwe } from "./shared/standards";

const messages = {
    unset: () => "is not set; the default is LEGACY.",
    notEnabled: (setting: string) => `is ${value(setting)}; it must be ENABLED.`,
};

/** Whether a client is for services and reveals no users: it has a secret and no flow for sign-in. */
function isSecretServiceClient(client: Client): boolean {
    return allOf(
        () => client.generateSecret === true,
        () => !hasApiSignIn(client),
        () => isServiceClient(client),
    );
}

export default defineRule({
    name: "require-prevent-user-existence-errors",
    title: "Errors that do not reveal which users exist",
    category: "security",
    level: "mandatory",
    severity: "medium",
    description: "Errors must not reveal which users exist, or attackers can find accounts.",
    remediation: "Set preventUserExistenceErrors to ENABLED.",
    standards: [asvs("6", "3.8"), cwe(204)],
    docs: {
        details:
            "With LEGACY, Cognito responds to a sign-in or a password reset of a user who does not exist with UserNotFoundException. " +
            "With ENABLED, the response does not depend on whether the user exists. " +
            "The default is LEGACY for every client that is created through the API, as Pulumi does; only the AWS console selects ENABLED for new clients. " +
            "The rule skips clients for services that have a secret and no flow for sign-in.",
        fix: "Sets preventUserExistenceErrors to ENABLED. An app that handles UserNotFoundException no longer gets that error.",
        whenNotToUse: "Lower the level while an app depends on UserNotFoundException.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [{ client: { preventUserExistenceErrors: "LEGACY" } }, { client: { name: "shop" } }],
        correct: [{ client: { preventUserExistenceErrors: "ENABLED" } }],
    },
    checks: [
        (client, { report }) => {
            const isViolated = allOf(
                () => client.preventUserExistenceErrors !== "ENABLED",
                () => !isSecretServiceClient(client),
            );
            if (!isViolated) return;
            const setting = client.preventUserExistenceErrors;
            report("preventUserExistenceErrors", setting === undefined ? messages.unset() : messages.notEnabled(setting));
        },
    ],
    fix: () => ({ preventUserExistenceErrors: "ENABLED" }),
});
