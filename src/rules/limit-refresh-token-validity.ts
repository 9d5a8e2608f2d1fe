import { lifetime } from "../cognito/validity";
import { limit, messages } from "../limit";
import { defineRule } from "../rule";

export default defineRule({
    name: "limit-refresh-token-validity",
    level: "advisory",
    severity: "medium",
    description: "Refresh tokens must end in time: whoever holds one stays signed in as the user until it expires.",
    remediation: "Lower refreshTokenValidity, or raise the option maxHours.",
    url: "https://pages.nist.gov/800-63-4/sp800-63b.html",
    options: {
        maxHours: {
            type: "integer",
            minimum: 1,
            default: 720,
            description: "How many hours a refresh token may be valid; the service's default is 720, which is 30 days.",
        },
    },
    messages,
    checks: [
        limit(
            "refreshTokenValidity",
            client => lifetime(client, "refreshToken"),
            ({ maxHours }) => maxHours * 3600,
        ),
    ],
});
