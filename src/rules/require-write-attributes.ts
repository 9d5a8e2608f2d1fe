import { defineRule } from "../core/rule";
import { asvs, cwe } from "./shared/standards";

const messages = {
    unset: () => "is not set; by default, users can change every mutable attribute.",
};

export default defineRule({
    name: "require-write-attributes",
    title: "Explicit list of writable attributes",
    category: "security",
    level: "disabled",
    severity: "medium",
    description:
        "Clients must list the attributes that users can change, or users can change all that are mutable, including email and custom attributes.",
    remediation:
        "List the attributes that users need to change, the required attributes of the user pool, and those that its identity providers map.",
    standards: [asvs("8", "2.3"), asvs("15", "3.3"), cwe(915)],
    docs: {
        details:
            "A signed-in user can call the Cognito API with an access token to change any attribute that the client can write. " +
            "If writeAttributes is not set or empty, which is the default, this includes every mutable attribute, standard and custom: a user could change a custom attribute such as custom:role that an app uses for authorization (in AWS Ops Wheel, this was the vulnerability CVE-2026-6912).",
        whenNotToUse: "Turn it off if no app uses an attribute for authorization and users can change all of them.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"],
    },
    examples: {
        incorrect: [{ client: { readAttributes: ["email", "name"] } }],
        correct: [{ client: { readAttributes: ["email", "name"], writeAttributes: ["name"] } }],
    },
    checks: [
        ({ writeAttributes }, { report }) => {
            if (writeAttributes === undefined) report("writeAttributes", messages.unset());
        },
    ],
});
