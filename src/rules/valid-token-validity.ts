import { TOKENS, type Token, tokenLifetime } from "../cognito/validity";
import type { Client } from "../core/client";
import { type Check, defineRule } from "../core/rule";
import { duration } from "../util/wording";

/** Seconds, inclusive. */
const LIMITS: Readonly<Record<Token, { min: number; max: number; range: string }>> = {
    accessToken: { min: 300, max: 86400, range: "5 minutes and 1 day" },
    idToken: { min: 300, max: 86400, range: "5 minutes and 1 day" },
    refreshToken: { min: 3600, max: 315360000, range: "60 minutes and 3650 days" },
};

const messages = {
    zero: () => "is 0, which Pulumi's provider rejects; the Cognito API would use the default of 30 days.",
    notWhole: (value: number) => `is ${value}; it must be a whole number.`,
    outOfRange: (seconds: number, range: string) => `is ${duration(seconds)}; it must be between ${range}.`,
    longerThanRefreshToken: (seconds: number, refresh: number) =>
        `is ${duration(seconds)}; it must not be longer than refreshTokenValidity, which is ${duration(refresh)}.`,
};

/** Returns what is wrong with the lifetime of a token on its own; undefined if nothing is, or if it cannot be determined. */
function defectOf(client: Client, token: Token): string | undefined {
    const value = client[`${token}Validity`];
    if (value === undefined) return undefined;
    if (value === 0 && token === "refreshToken") return messages.zero();
    if (!Number.isInteger(value)) return messages.notWhole(value);
    const { min, max, range } = LIMITS[token];
    const seconds = tokenLifetime(client, token);
    return seconds !== undefined && (seconds < min || seconds > max) ? messages.outOfRange(seconds, range) : undefined;
}

function withinLimits(token: Token): Check {
    return (client, { report }) => {
        const defect = defectOf(client, token);
        if (defect) report(`${token}Validity`, defect);
    };
}

/** Compares only with a refresh token that Cognito accepts; its own defect is enough of a message. */
function notLongerThanRefreshToken(token: "accessToken" | "idToken"): Check {
    return (client, { report }) => {
        const seconds = tokenLifetime(client, token);
        const refresh = defectOf(client, "refreshToken") ? undefined : tokenLifetime(client, "refreshToken");
        if (seconds !== undefined && refresh !== undefined && seconds > refresh)
            report(`${token}Validity`, messages.longerThanRefreshToken(seconds, refresh));
    };
}

export default defineRule({
    name: "valid-token-validity",
    title: "Valid token lifetimes",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description:
        "Token lifetimes must be within the limits of Cognito, and no access or ID token longer than the refresh token, or the deployment fails.",
    remediation: "Set the unit in tokenValidityUnits; by default it is hours for access and ID tokens, and days for refresh tokens.",
    standards: [],
    docs: {
        details:
            "Access and ID tokens must last between 5 minutes and 1 day, and refresh tokens between 60 minutes and 3650 days, in whole numbers of the unit in tokenValidityUnits (default: hours for access and ID tokens, days for refresh tokens). " +
            "Lifetimes that are not set are 1 hour, 1 hour and 30 days. " +
            "Access and ID tokens must not last longer than the refresh token. " +
            "Pulumi's provider rejects a refreshTokenValidity of 0, although the Cognito API accepts it and uses the default of 30 days.",
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
    checks: [...TOKENS.map(withinLimits), notLongerThanRefreshToken("accessToken"), notLongerThanRefreshToken("idToken")],
});
