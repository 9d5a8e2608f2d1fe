import vm from "node:vm";
import ts from "typescript";
import { UNKNOWN } from "../../src/programs";

/** A client that a program really creates. */
export interface CreatedClient {
    readonly name: unknown;
    readonly args: unknown;
}

/** Stands for whatever a program uses and the test does not have. */
const ANYTHING: unknown = new Proxy(() => {}, {
    get: (_target, property) => (property === Symbol.toPrimitive ? () => "anything" : ANYTHING),
    apply: () => ANYTHING,
    construct: () => ({}),
});

/**
 * Compiles and runs a program with a class that records the clients. Returns those that it creates before it ends or fails; undefined
 * if it is no valid TypeScript.
 */
export function runProgram(file: string, text: string): CreatedClient[] | undefined {
    const { outputText, diagnostics } = ts.transpileModule(text, {
        fileName: file.replace(/\.(c?)js$/, ".$1js"),
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, jsx: ts.JsxEmit.React, allowJs: true },
    });
    if (diagnostics && diagnostics.length > 0) return undefined;
    const created: CreatedClient[] = [];
    class UserPoolClient {
        constructor(name: unknown, args: unknown) {
            created.push({ name, args: snapshot(args) });
        }
    }
    const cognito = { UserPoolClient, UserPool: class {} };
    const modules: Record<string, unknown> = {
        "@pulumi/aws": { cognito, s3: { Bucket: class {} } },
        "@pulumi/aws/cognito": cognito,
        "@pulumi/aws/cognito/userPoolClient": cognito,
        "@pulumi/pulumi": pulumi,
    };
    const names: Record<string, unknown> = {
        exports: {},
        module: {},
        console: { log() {} },
        Base: class {},
        B: class {},
        aws: modules["@pulumi/aws"],
    };
    names.require = (module: string) => modules[module] ?? ANYTHING;
    const context = vm.createContext(names);
    const globals = new Proxy(Object.create(null), {
        has: (_target, name) => typeof name === "string" && !(name in context) && !isGlobal(name),
        get: (_target, name) => (typeof name === "string" ? ANYTHING : undefined),
    });
    try {
        context.globals = globals;
        vm.runInContext(
            `with (globals) { (function () { ${outputText.replace(/^#!.*/, "").replace('"use strict";', "")}\n })(); }`,
            context,
            {
                timeout: 1000,
            },
        );
    } catch {
        // What was created before the program failed counts.
    }
    return created;
}

const NAMES: ReadonlySet<string> = new Set(vm.runInNewContext("Object.getOwnPropertyNames(globalThis)"));

function isGlobal(name: string): boolean {
    return NAMES.has(name) || name === "globals";
}

/** The functions of Pulumi for values that are known. An output has its value in `known`. */
const pulumi = {
    output: (known: unknown) => new Output(known),
    secret: (known: unknown) => new Output(known),
    interpolate: (texts: readonly string[], ...values: unknown[]) =>
        new Output(texts.flatMap((text, index) => [text, unwrap(values[index] ?? "")]).join("")),
    concat: (...values: unknown[]) => new Output(values.map(unwrap).join("")),
};

class Output {
    constructor(readonly known: unknown) {}
    apply(change: (value: unknown) => unknown) {
        return new Output(change(this.known));
    }
    toString() {
        return "Calling [toString] on an [Output<T>] is not supported.";
    }
}

function unwrap(value: unknown): unknown {
    return value instanceof Output ? value.known : value;
}

/** Copies a value as it is now, without what is undefined. What is no plain value is a symbol. */
function snapshot(value: unknown, depth = 0): unknown {
    const known = unwrap(value);
    if (depth > 20) return Symbol("too deep");
    if (Array.isArray(known)) return Array.from(known, element => snapshot(element, depth + 1));
    if (known === null || ["string", "number", "boolean", "undefined"].includes(typeof known)) return known;
    if (typeof known !== "object") return Symbol(typeof known);
    const keys = Object.keys(known).concat(Object.keys(Object.getPrototypeOf(known) ?? {}));
    return new Map(keys.map(key => [key, snapshot((known as Record<string, unknown>)[key], depth + 1)]));
}

/**
 * Whether what was read agrees with what a program really passes: each part is unknown, or the same. `isOpen`: whether there can be
 * properties that were not read.
 */
export function agrees(read: unknown, real: unknown, isOpen = false): boolean {
    if (read === UNKNOWN) return true;
    if (Array.isArray(read)) {
        if (!Array.isArray(real)) return false;
        const known = read.filter(element => element !== UNKNOWN);
        if (known.length < read.length && read.length !== real.length)
            return known.every(element => real.some(other => agrees(element, other)));
        return read.length === real.length && read.every((element, index) => agrees(element, real[index]));
    }
    if (typeof read !== "object" || read === null) return Object.is(read, real) || (read === 0 && real === 0);
    if (!(real instanceof Map)) return isOpen && Object.values(read).every(value => value === UNKNOWN);
    const set = [...real].filter(([, value]) => value !== undefined && value !== null);
    return (
        (isOpen || set.every(([key]) => Object.hasOwn(read, key))) &&
        Object.entries(read).every(([key, value]) => agrees(value, real.get(key)))
    );
}
