import { LIFETIMES, lifetimeDefect, outlastsRefreshToken, type Range, TOKENS, type Token, tokenLifetime } from "../cognito/validity";
import { type Check, defineRule } from "../core/rule";
import { value } from "../core/values";
import { duration } from "../util/wording";

const messages = {
    zero: () => "is 0, which Pulumi's provider rejects; leave it out for the default of 30 days.",
    fraction: (lifetime: number) => `is ${value(lifetime)}; it must be a whole number.`,
    range: (seconds: number, { min, max }: Range) =>
        `is ${value(duration(seconds))}; it must be between ${duration(min)} and ${duration(max)}.`,
    longerThanRefreshToken: (seconds: number, refresh: number) =>
        `is ${value(duration(seconds))}; it must not be longer than refreshTokenValidity, which is ${value(duration(refresh))}.`,
};

function checkLifetime(token: Token): Check {
    return (client, { report }) => {
        const property = `${token}Validity` as const;
        const defect = lifetimeDefect(client, token);
        if (defect === "zero") report(property, messages.zero());
        if (defect === "fraction") report(property, messages.fraction(client[property] as number));
        if (defect === "range") report(property, messages.range(tokenLifetime(client, token) as number, LIFETIMES[token]));
    };
}

function checkAgainstRefreshToken(token: Token): Check {
    return (client, { report }) => {
        if (!outlastsRefreshToken(client, token)) return;
        const [seconds, refresh] = [tokenLifetime(client, token), tokenLifetime(client, "refreshToken")] as [number, number];
        report(`${token}Validity`, messages.longerThanRefreshToken(seconds, refresh));
    };
}

export default defineRule({
    name: "valid-token-validity",
    title: "Valid token lifetimes",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "Token lifetimes must be within Cognito's limits and not exceed the refresh token's.",
    remediation: "Check tokenValidityUnits (default: hours, for refresh tokens days).",
    standards: [],
    docs: {
        details:
            "Access and ID tokens must last between 5 minutes and 1 day, and refresh tokens between 60 minutes and 3650 days, in whole numbers of the unit in tokenValidityUnits (default: hours for access and ID tokens, days for refresh tokens). " +
            "Lifetimes that are not set are 1 hour, 1 hour and 30 days. " +
            "Access and ID tokens must not last longer than the refresh token. " +
            "Pulumi's provider rejects a refreshTokenValidity of 0, for which the Cognito API uses the default of 30 days.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [
            { client: { accessTokenValidity: 60 } },
            { client: { idTokenValidity: 12, refreshTokenValidity: 6, tokenValidityUnits: { idToken: "hours", refreshToken: "hours" } } },
        ],
        correct: [{ client: { accessTokenValidity: 60, tokenValidityUnits: { accessToken: "minutes" } } }],
    },
    checks: [...TOKENS.map(checkLifetime), checkAgainstRefreshToken("accessToken"), checkAgainstRefreshToken("idToken")],
});
