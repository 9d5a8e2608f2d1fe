import { isRejectedLifetime, tokenLifetime } from "../cognito/validity";
import { defineRule } from "../core/rule";
import { checkMaximumDuration } from "./shared/limit";
import { cwe } from "./shared/standards";

export default defineRule({
    name: "limit-access-token-validity",
    title: "Maximum lifetime of access tokens",
    category: "limits",
    level: "advisory",
    severity: "medium",
    description: "Access tokens must be short-lived: APIs accept a stolen or revoked one until it expires.",
    remediation: "Lower it, or raise the option maxMinutes.",
    standards: [cwe(613)],
    options: {
        maxMinutes: {
            type: "integer",
            minimum: 1,
            default: 60,
            description: "Maximum lifetime of an access token in minutes. Cognito's default is 60.",
        },
    },
    docs: {
        details:
            "An API that verifies tokens by their signature accepts an access token until it expires, also after sign-out or revocation. " +
            "Cognito's default and this rule's limit are 60 minutes; the service allows 5 minutes to 1 day. " +
            "Lifetimes that AWS rejects are reported by valid-token-validity only.",
        whenNotToUse: "Turn it off if every API checks tokens for revocation, or if the app cannot refresh tokens.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html"],
    },
    examples: {
        incorrect: [{ client: { accessTokenValidity: 12 } }],
        correct: [{ client: { accessTokenValidity: 15, tokenValidityUnits: { accessToken: "minutes" } } }],
    },
    checks: [
        checkMaximumDuration(
            "accessTokenValidity",
            client => tokenLifetime(client, "accessToken"),
            ({ maxMinutes }) => maxMinutes * 60,
            [client => isRejectedLifetime(client, "accessToken")],
        ),
    ],
});
