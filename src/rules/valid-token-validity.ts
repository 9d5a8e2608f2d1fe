import { lifetime, TOKENS, type Token } from "../cognito/validity";
import { type Check, defineRule } from "../rule";
import { duration } from "../text";

/** Seconds, inclusive. */
const LIMITS: Readonly<Record<Token, { min: number; max: number; range: string }>> = {
    accessToken: { min: 300, max: 86400, range: "5 minutes to 1 day" },
    idToken: { min: 300, max: 86400, range: "5 minutes to 1 day" },
    refreshToken: { min: 3600, max: 315360000, range: "60 minutes to 3650 days" },
};

const messages = {
    notWhole: (property: string, value: number) => `${property} is ${value}; Cognito takes whole numbers.`,
    outOfRange: (property: string, seconds: number, range: string) => `${property} is ${duration(seconds)}; Cognito takes ${range}.`,
    outlivesRefresh: (property: string, seconds: number, refresh: number) =>
        `${property} is ${duration(seconds)}, longer than refreshTokenValidity, which is ${duration(refresh)}.`,
};

const inRange = (token: Token): Check =>
    function* (client) {
        const property = `${token}Validity` as const;
        const value = client[property];
        if (value === undefined) return;
        if (!Number.isInteger(value)) {
            yield messages.notWhole(property, value);
            return;
        }
        const { min, max, range } = LIMITS[token];
        const seconds = lifetime(client, token);
        if (seconds !== undefined && (seconds < min || seconds > max)) yield messages.outOfRange(property, seconds, range);
    };

const withinRefresh = (token: Token): Check =>
    function* (client) {
        const seconds = lifetime(client, token);
        const refresh = lifetime(client, "refreshToken");
        if (seconds !== undefined && refresh !== undefined && seconds > refresh)
            yield messages.outlivesRefresh(`${token}Validity`, seconds, refresh);
    };

export default defineRule({
    name: "valid-token-validity",
    level: "mandatory",
    severity: "high",
    description: "Token lifetimes must be within what Cognito accepts, or the deployment fails.",
    remediation: "Units are hours, hours and days unless tokenValidityUnits says otherwise.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html",
    messages,
    checks: [...TOKENS.map(inRange), withinRefresh("accessToken"), withinRefresh("idToken")],
});
