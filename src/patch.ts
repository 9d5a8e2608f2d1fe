import type { Patch } from "./rule";

interface Secret {
    readonly value: unknown;
}

/** How the values of one form of properties hold a secret: Pulumi's SDK wraps it in a class, a state's JSON in an object. */
export interface Secrets {
    /** The value inside a secret; undefined for what is no secret. */
    open(value: unknown): Secret | undefined;
    /** Makes a value a secret, of the kind of one that was there. */
    seal(value: unknown, like: Secret): unknown;
}

/** Changes properties in place: a copy would read, and so trip over, what is not known yet. What held a secret stays one. */
export function applyPatch(props: Record<string, unknown>, patch: Patch, secrets: Secrets): void {
    for (const [name, change] of Object.entries(patch)) {
        const old = props[name];
        const inside = secrets.open(old)?.value ?? old;
        if (change === undefined) delete props[name];
        else if (isBlock(change) && isBlock(inside)) applyPatch(inside, change as Patch, secrets);
        else {
            const secret = secretIn(old, secrets);
            props[name] = secret ? secrets.seal(change, secret) : change;
        }
    }
}

function isBlock(value: unknown): value is Record<string, unknown> {
    return value instanceof Object && !Array.isArray(value);
}

/** A value that is a secret, or the first one inside it. */
function secretIn(value: unknown, secrets: Secrets): Secret | undefined {
    const secret = secrets.open(value);
    if (secret || !(value instanceof Object)) return secret;
    for (const part of Object.values(value)) {
        const inside = secretIn(part, secrets);
        if (inside) return inside;
    }
    return undefined;
}
