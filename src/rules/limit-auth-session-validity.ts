import { authSession } from "../cognito/validity";
import { limit, messages } from "../limit";
import { defineRule } from "../rule";

export default defineRule({
    name: "limit-auth-session-validity",
    level: "advisory",
    severity: "low",
    description: "The time to answer a sign-in challenge must be short, since it is also the time to guess the answer.",
    remediation: "Lower authSessionValidity, or raise the option maxMinutes.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    options: {
        maxMinutes: {
            type: "integer",
            minimum: 1,
            default: 15,
            description: "How many minutes a user may have for a challenge; 15 is the most that the service allows, and its default is 3.",
        },
    },
    messages,
    checks: [limit("authSessionValidity", authSession, ({ maxMinutes }) => maxMinutes * 60)],
});
