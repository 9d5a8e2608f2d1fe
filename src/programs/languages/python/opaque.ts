import type { NameCollector } from "../declarations";
import type { TokenSource } from "../tokens/source";
import type { Scope } from "./scopes";
import { OPAQUE_FUNCTIONS } from "./syntax";

/** More fields of classes in classes are not followed. */
const MAX_FIELDS = 2_000;

/** Whether a module can change names in a way that its statements do not show. */
export function changesNamesUnseen(source: TokenSource): boolean {
    return source.tokens.some(({ kind, text }, index) => {
        if (kind !== "name") return false;
        if (/^__(?:dict|setattr|getattribute)__$/.test(text)) return true;
        return OPAQUE_FUNCTIONS.has(text) && source.is(index + 1, "(") && !source.is(index - 1, ".") && !source.is(index - 1, "def");
    });
}

/** Declares the fields of classes in the classes in them, where they are other fields. Returns whether there are not too many. */
export function declareInheritedFields(collector: NameCollector, scopes: readonly Scope[]): boolean {
    const fields = new Map<Scope, Set<string>>();
    for (const { name, scope } of [...collector.declarations]) {
        if (!name.startsWith("this.")) continue;
        const names = fields.get(scope as Scope) ?? new Set();
        fields.set(scope as Scope, names.add(name));
    }
    let count = 0;
    for (const scope of scopes) {
        if (scope.kind !== "class") continue;
        for (let outer = scope.parent; outer; outer = outer.parent) {
            if (++count > MAX_FIELDS) return false;
            for (const name of fields.get(outer) ?? []) {
                if (++count > MAX_FIELDS) return false;
                if (!fields.get(scope)?.has(name)) collector.declare(name, scope, scope.start);
            }
        }
    }
    return true;
}
