import { isServiceClient } from "../cognito/clients";
import { allOf } from "../core/properties";
import { defineRule } from "../core/rule";
import { notSet } from "./shared/not-set";
import { asvs, cwe } from "./shared/standards";

const messages = {
    unset: (state: string) => `${state}; the default has every mutable attribute.`,
};

export default defineRule({
    name: "require-write-attributes",
    title: "Explicit list of writable attributes",
    category: "security",
    level: "disabled",
    severity: "medium",
    description: "Clients must list the attributes that users can set, or they can set all mutable ones.",
    remediation: "List what users set, the pool requires and its identity providers map.",
    standards: [asvs("8", "2.3"), asvs("15", "3.3"), cwe(915)],
    docs: {
        details:
            "Users can set every attribute that the client can write: with the Cognito API when they sign up, and later with an access token. " +
            "If writeAttributes is not set or empty, this includes every mutable attribute, standard and custom: a user could set a custom attribute such as custom:role that an app uses for authorization (in AWS Ops Wheel, this was the vulnerability CVE-2026-6912). " +
            "The rule skips clients for services, which have no users.",
        whenNotToUse: "Turn it off if no app uses an attribute for authorization and users can change all of them.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"],
    },
    examples: {
        incorrect: [{ client: { readAttributes: ["email", "name"] } }],
        correct: [{ client: { readAttributes: ["email", "name"], writeAttributes: ["name"] } }],
    },
    checks: [
        (client, { report }) => {
            const isViolated = allOf(
                () => client.writeAttributes === undefined,
                () => !isServiceClient(client),
            );
            if (isViolated) report("writeAttributes", messages.unset(notSet(client, "writeAttributes")));
        },
    ],
});
