import { CLIENT_TYPE, UNCHECKED_TYPES } from "../core/user-pools";
import { countOf } from "../util/wording";
import type { UncheckedClients } from "./report";

/** Returns the clients of each type that has some. */
export function findUnchecked(stacks: readonly { file: string; resources: readonly { type: string }[] }[]): UncheckedClients[] {
    return UNCHECKED_TYPES.map(type => {
        const counts = stacks.map(({ file, resources }) => ({ file, count: resources.filter(resource => resource.type === type).length }));
        const found = counts.filter(({ count }) => count > 0);
        return { type, count: found.reduce((sum, { count }) => sum + count, 0), files: found.map(({ file }) => file) };
    }).filter(({ count }) => count > 0);
}

/** Says that clients were not checked, and why. */
export function describeUnchecked({ type, count }: UncheckedClients): string {
    const verb = count === 1 ? "is" : "are";
    return `${countOf(count, "client")} of type ${type} ${verb} not checked: the policies evaluate only ${CLIENT_TYPE}.`;
}
