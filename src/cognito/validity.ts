import type { Client } from "../client";

export const TOKENS = ["accessToken", "idToken", "refreshToken"] as const;
export type Token = (typeof TOKENS)[number];

/** The units that Cognito knows, in seconds. */
const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86400 };

export const UNITS = Object.keys(SECONDS);

/** What Cognito takes when the value or its unit is left out. */
const DEFAULTS = {
    accessToken: { value: 1, unit: "hours" },
    idToken: { value: 1, unit: "hours" },
    refreshToken: { value: 30, unit: "days" },
} as const;

/**
 * How long a client's token lasts, in seconds, with Cognito's own defaults for what is left out; undefined where the unit is none that
 * Cognito knows, and where it stands without a value: then Cognito reads its own number in that unit, or its own lifetime, and does not say which.
 */
export function lifetime(client: Client, token: Token): number | undefined {
    const value = client[`${token}Validity`];
    const unit = client.tokenValidityUnits?.[token];
    if (value === undefined) return unit === undefined ? seconds(DEFAULTS[token].value, DEFAULTS[token].unit) : undefined;
    return seconds(value, unit ?? DEFAULTS[token].unit);
}

/** How long a user has to answer each challenge of a sign-in, in seconds. */
export function authSession({ authSessionValidity: minutes = 3 }: Client): number {
    return minutes * 60;
}

/** A validity in seconds; undefined where the unit is none that Cognito knows. */
function seconds(value: number, unit: string): number | undefined {
    const size = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
    return size === undefined ? undefined : value * size;
}
