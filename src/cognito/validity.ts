import type { Client } from "../core/client";
import { allOf, some } from "../core/properties";

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

/** Seconds, inclusive. */
export interface Range {
    readonly min: number;
    readonly max: number;
}

/** The lifetimes that Cognito accepts. */
export const LIFETIMES: Readonly<Record<Token, Range>> = {
    accessToken: { min: 300, max: 86400 },
    idToken: { min: 300, max: 86400 },
    refreshToken: { min: 3600, max: 315360000 },
};

/** Why a lifetime is rejected. `zero`: a refresh token of 0, which only Pulumi's provider rejects. */
export type LifetimeDefect = "zero" | "fraction" | "range";

/** Returns why the lifetime of a token is rejected whatever the others are; undefined if it is not, or if it has an unknown unit. */
export function lifetimeDefect(client: Client, token: Token): LifetimeDefect | undefined {
    const value = client[`${token}Validity`];
    if (value === undefined) return undefined;
    if (value === 0 && token === "refreshToken") return "zero";
    if (!Number.isInteger(value)) return "fraction";
    const { min, max } = LIFETIMES[token];
    const seconds = tokenLifetime(client, token);
    return seconds !== undefined && (seconds < min || seconds > max) ? "range" : undefined;
}

/** Whether a token lasts longer than the refresh token, which Cognito rejects. Lifetimes with a defect of their own are not compared. */
export function outlastsRefreshToken(client: Client, token: Token): boolean {
    const lifetimeOf = (other: Token) => (lifetimeDefect(client, other) ? undefined : tokenLifetime(client, other));
    const seconds = lifetimeOf(token) ?? 0;
    return allOf(
        () => seconds > LIFETIMES.refreshToken.min,
        () => seconds > (lifetimeOf("refreshToken") ?? Number.POSITIVE_INFINITY),
    );
}

/** Whether Cognito or Pulumi's provider rejects the lifetime of a token. */
export function isRejectedLifetime(client: Client, token: Token): boolean {
    return some([lifetimeDefect, outlastsRefreshToken], test => Boolean(test(client, token)));
}

/** How long a user has to answer each challenge of a sign-in: whole minutes, inclusive, and Cognito's default. */
export const AUTH_SESSION = { min: 3, max: 15, default: 3 } as const;

/** Returns how long a user has to answer each challenge of a sign-in, in seconds. */
export function authSessionDuration({ authSessionValidity: minutes = AUTH_SESSION.default }: Client): number {
    return minutes * 60;
}

/** Whether Cognito rejects the duration of an authentication session. */
export function isRejectedAuthSession({ authSessionValidity: minutes = AUTH_SESSION.default }: Client): boolean {
    return !Number.isInteger(minutes) || minutes < AUTH_SESSION.min || minutes > AUTH_SESSION.max;
}

function toSeconds(value: number, unit: string): number | undefined {
    const size = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
    return size === undefined ? undefined : value * size;
}
