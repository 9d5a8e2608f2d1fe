import { isServiceClient } from "../cognito/clients";
import { authSessionDuration, isRejectedAuthSession } from "../cognito/validity";
import { defineRule } from "../core/rule";
import { checkMaximumDuration } from "./shared/limit";
import { asvs, nist } from "./shared/standards";

export default defineRule({
    name: "limit-auth-session-validity",
    title: "Maximum duration of authentication sessions",
    category: "limits",
    level: "advisory",
    severity: "low",
    description: "The time to answer a sign-in challenge must be short, so that it cannot be guessed.",
    remediation: "Lower it, or raise the option maxMinutes.",
    standards: [asvs("6", "5.5"), nist("3.1.3.2")],
    options: {
        maxMinutes: {
            type: "integer",
            minimum: 1,
            default: 15,
            description: "Maximum time to answer a sign-in challenge in minutes. Cognito accepts 3 to 15; its default is 3.",
        },
    },
    docs: {
        details:
            "The authentication session is the time that a user has to answer each challenge of a sign-in. Cognito accepts 3 to 15 minutes, and the default is 3. " +
            "This rule's limit is 15 minutes, which every valid client meets, until you lower the option maxMinutes. " +
            "ASVS and NIST SP 800-63B-4 require that a code sent to the user is valid for at most 10 minutes: set maxMinutes to 10 to check that. " +
            "The rule skips clients for services, which have no users.",
        whenNotToUse: "Leave maxMinutes at 15 if users need more time, for example to wait for a code that is sent by email.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { authSessionValidity: 15 }, options: { maxMinutes: 10 } }],
        correct: [{ client: { authSessionValidity: 10 }, options: { maxMinutes: 10 } }],
    },
    checks: [
        checkMaximumDuration("authSessionValidity", authSessionDuration, ({ maxMinutes }) => maxMinutes * 60, [
            isRejectedAuthSession,
            isServiceClient,
        ]),
    ],
});
