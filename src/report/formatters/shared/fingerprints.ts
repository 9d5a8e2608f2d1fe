import { createHash } from "node:crypto";
import type { Violation } from "../../report";

/**
 * Adds to each violation a fingerprint that identifies it in later reports. It depends on client, policy and property: the message changes
 * with the value and the line with the program, while the defect stays the same. Equal fingerprints are numbered.
 */
export function withFingerprints(violations: readonly Violation[]): (Violation & { readonly fingerprint: string })[] {
    const counts = new Map<string, number>();
    return violations.map(violation => {
        const { file, urn, name, policy, property } = violation;
        const identity = JSON.stringify([...(urn === undefined ? [file, name] : [urn]), policy, property]);
        const count = (counts.get(identity) ?? 0) + 1;
        counts.set(identity, count);
        const hash = createHash("sha256").update(identity).digest("hex").slice(0, 32);
        return { ...violation, fingerprint: `${hash}:${count}` };
    });
}
