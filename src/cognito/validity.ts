import type { Client } from "../core/client";

export const TOKENS = ["accessToken", "idToken", "refreshToken"] as const;
export type Token = (typeof TOKENS)[number];

/** The allowed units, in seconds. Source: TimeUnitsType in the API model. */
const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86400 };

export const UNITS = Object.keys(SECONDS);

/** Cognito's defaults for a missing value or unit. Source: CreateUserPoolClient in the API reference. */
const DEFAULTS = {
    accessToken: { value: 1, unit: "hours" },
    idToken: { value: 1, unit: "hours" },
    refreshToken: { value: 30, unit: "days" },
} as const;

/**
 * Returns the lifetime of a token in seconds, with Cognito's defaults for a missing value or unit. Returns undefined for an unknown
 * unit, and for a unit other than the default without a value: Cognito may read its default number in that unit or ignore the unit,
 * and documents neither.
 */
export function tokenLifetime(client: Client, token: Token): number | undefined {
    const defaults = DEFAULTS[token];
    const value = client[`${token}Validity`];
    const unit = client.tokenValidityUnits?.[token] ?? defaults.unit;
    return value === undefined && unit !== defaults.unit ? undefined : toSeconds(value ?? defaults.value, unit);
}

/** Returns how long a user has to answer each challenge of a sign-in, in seconds. The default is 3 minutes. */
export function authSessionDuration({ authSessionValidity: minutes = 3 }: Client): number {
    return minutes * 60;
}

function toSeconds(value: number, unit: string): number | undefined {
    const size = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
    return size === undefined ? undefined : value * size;
}
