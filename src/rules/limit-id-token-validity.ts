import { isServiceClient } from "../cognito/clients";
import { isRejectedLifetime, tokenLifetime } from "../cognito/validity";
import { defineRule } from "../core/rule";
import { checkMaximumDuration } from "./shared/limit";

export default defineRule({
    name: "limit-id-token-validity",
    title: "Maximum lifetime of ID tokens",
    category: "limits",
    level: "advisory",
    severity: "medium",
    description: "ID tokens must be short-lived: apps accept a stolen or outdated one until it expires.",
    remediation: "Lower it, or raise the option maxMinutes.",
    standards: [],
    options: {
        maxMinutes: {
            type: "integer",
            minimum: 1,
            default: 60,
            description: "Maximum lifetime of an ID token in minutes. Cognito's default is 60.",
        },
    },
    docs: {
        details:
            "An ID token contains the user's attributes and groups as they were when it was issued. An app that verifies it by its signature accepts it until it expires, also after sign-out or after the attributes have changed. " +
            "Cognito's default and this rule's limit are 60 minutes; the service allows 5 minutes to 1 day. " +
            "The rule skips clients for services, which get no ID tokens.",
        whenNotToUse: "Turn it off if apps use ID tokens only right after sign-in, or cannot refresh them.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html"],
    },
    examples: {
        incorrect: [{ client: { idTokenValidity: 12 } }],
        correct: [{ client: { idTokenValidity: 15, tokenValidityUnits: { idToken: "minutes" } } }],
    },
    checks: [
        checkMaximumDuration(
            "idTokenValidity",
            client => tokenLifetime(client, "idToken"),
            ({ maxMinutes }) => maxMinutes * 60,
            [client => isRejectedLifetime(client, "idToken"), isServiceClient],
        ),
    ],
});
