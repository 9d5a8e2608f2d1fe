import { lifetime } from "../cognito/validity";
import { limit, messages } from "../limit";
import { defineRule } from "../rule";

export default defineRule({
    name: "limit-access-token-validity",
    level: "advisory",
    severity: "medium",
    description: "Access tokens must be short-lived: one that is stolen or revoked is good for most APIs until it expires.",
    remediation: "Lower accessTokenValidity, or raise the option maxMinutes.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
    options: {
        maxMinutes: {
            type: "integer",
            minimum: 1,
            default: 60,
            description: "How many minutes an access token may be valid; the service's default is 60.",
        },
    },
    messages,
    checks: [
        limit(
            "accessTokenValidity",
            client => lifetime(client, "accessToken"),
            ({ maxMinutes }) => maxMinutes * 60,
        ),
    ],
});
