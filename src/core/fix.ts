import type { Patch } from "./rule";

interface Secret {
    readonly value: unknown;
}

/** How a form of properties marks secrets: Pulumi's SDK wraps the value in a class, a state's JSON in an object. */
export interface Secrets {
    /** Returns the secret that a value is; undefined if it is not a secret. */
    open(value: unknown): Secret | undefined;
    /** Makes a value a secret of the same form as an existing one. */
    seal(value: unknown, like: Secret): unknown;
}

/** Applies a fix to properties. Mutates in place: copying would read unknown values and throw. Secrets stay secret. */
export function applyFix(props: Record<string, unknown>, patch: Patch, secrets: Secrets): void {
    for (const [name, change] of Object.entries(patch)) {
        const current = props[name];
        const opened = secrets.open(current)?.value ?? current;
        if (change === undefined) delete props[name];
        else if (isBlock(change) && isBlock(opened)) applyFix(opened, change as Patch, secrets);
        else {
            const secret = findSecret(current, secrets);
            props[name] = secret ? secrets.seal(change, secret) : change;
        }
    }
}

/** Whether a value is an object with properties of its own. */
export function isBlock(value: unknown): value is Record<string, unknown> {
    return value instanceof Object && !Array.isArray(value);
}

/** Returns the value if it is a secret, or else the first secret in it. */
function findSecret(value: unknown, secrets: Secrets): Secret | undefined {
    const secret = secrets.open(value);
    if (secret || !(value instanceof Object)) return secret;
    for (const part of Object.values(value)) {
        const found = findSecret(part, secrets);
        if (found) return found;
    }
    return undefined;
}
