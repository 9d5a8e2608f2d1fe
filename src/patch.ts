import type { Patch } from "./rule";

/** How the values of one form of properties hold a secret: Pulumi's SDK wraps it in a class, a state's JSON in an object. */
export interface Secrets {
    /** The value inside a secret; undefined for what is no secret. */
    open(value: unknown): { readonly value: unknown } | undefined;
    seal(value: unknown): unknown;
}

/** Changes properties in place: a copy would read, and so trip over, what is not known yet. What held a secret stays one. */
export function applyPatch(props: Record<string, unknown>, patch: Patch, secrets: Secrets): void {
    for (const [name, change] of Object.entries(patch)) {
        const old = props[name];
        const inside = secrets.open(old)?.value ?? old;
        if (change === undefined) delete props[name];
        else if (isBlock(change) && isBlock(inside)) applyPatch(inside, change as Patch, secrets);
        else props[name] = holdsSecret(old, secrets) ? secrets.seal(change) : change;
    }
}

function isBlock(value: unknown): value is Record<string, unknown> {
    return value instanceof Object && !Array.isArray(value);
}

function holdsSecret(value: unknown, secrets: Secrets): boolean {
    return secrets.open(value) !== undefined || (value instanceof Object && Object.values(value).some(part => holdsSecret(part, secrets)));
}
