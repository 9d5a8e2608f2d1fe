import { isServiceClient } from "../cognito/clients";
import { isRejectedLifetime, tokenLifetime } from "../cognito/validity";
import { defineRule } from "../core/rule";
import { checkMaximumDuration } from "./shared/limit";
import { asvs, cwe, nist } from "./shared/standards";

export default defineRule({
    name: "limit-refresh-token-validity",
    title: "Maximum lifetime of refresh tokens",
    category: "limits",
    level: "advisory",
    severity: "medium",
    description: "Refresh tokens must expire soon: a stolen one keeps an attacker signed in.",
    remediation: "Lower it, or raise the option maxHours.",
    standards: [asvs("7", "3.2"), nist("2.1.3"), nist("2.2.3"), cwe(613)],
    options: {
        maxHours: {
            type: "integer",
            minimum: 1,
            default: 720,
            description: "Maximum lifetime of a refresh token in hours. Cognito's default is 720 (30 days).",
        },
    },
    docs: {
        details:
            "A refresh token keeps a user signed in without the password. Cognito's default and this rule's limit are 720 hours (30 days); the service allows 60 minutes to 3650 days. " +
            "NIST SP 800-63B-4 recommends that users sign in again after at most 30 days at assurance level AAL1, and after at most 24 hours at AAL2: set maxHours to 24 to check the second. " +
            "The rule skips clients for services, which get no refresh tokens.",
        whenNotToUse: "Raise maxHours, or turn the rule off, if users stay signed in for longer by design, for example in a mobile app.",
        sources: [
            "https://pages.nist.gov/800-63-4/sp800-63b.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
        ],
    },
    examples: {
        incorrect: [{ client: { refreshTokenValidity: 365 } }],
        correct: [{ client: { refreshTokenValidity: 12, tokenValidityUnits: { refreshToken: "hours" } } }],
    },
    checks: [
        checkMaximumDuration(
            "refreshTokenValidity",
            client => tokenLifetime(client, "refreshToken"),
            ({ maxHours }) => maxHours * 3600,
            [client => isRejectedLifetime(client, "refreshToken"), isServiceClient],
        ),
    ],
});
