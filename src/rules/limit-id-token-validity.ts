import { lifetime } from "../cognito/validity";
import { limit, messages } from "../limit";
import { defineRule } from "../rule";

export default defineRule({
    name: "limit-id-token-validity",
    level: "advisory",
    severity: "medium",
    description: "ID tokens must be short-lived: one that is stolen, or says what is no longer true, is believed until it expires.",
    remediation: "Lower idTokenValidity, or raise the option maxMinutes.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
    options: {
        maxMinutes: {
            type: "integer",
            minimum: 1,
            default: 60,
            description: "How many minutes an ID token may be valid; the service's default is 60.",
        },
    },
    messages,
    checks: [
        limit(
            "idTokenValidity",
            client => lifetime(client, "idToken"),
            ({ maxMinutes }) => maxMinutes * 60,
        ),
    ],
});
