import { statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { reasonOf, UserError } from "../../util/user-error";
import { enumerate, nearest, withArticle } from "../../util/wording";
import type { Formatter } from "./shared/formatter";

export type { Formatter } from "./shared/formatter";

/** The functions that load the formatters, by the name of the format: a run needs only one of them. */
export const formatters: ReadonlyMap<string, () => Formatter> = new Map<string, () => Formatter>([
    ["text", () => (require("./text") as typeof import("./text")).formatText],
    ["json", () => (require("./json") as typeof import("./json")).formatJson],
    ["sarif", () => (require("./sarif") as typeof import("./sarif")).formatSarif],
    ["markdown", () => (require("./markdown") as typeof import("./markdown")).formatMarkdown],
    ["github", () => (require("./github") as typeof import("./github")).formatGithub],
    ["gitlab", () => (require("./gitlab") as typeof import("./gitlab")).formatGitlab],
    ["html", () => (require("./html") as typeof import("./html")).formatHtml],
    ["junit", () => (require("./junit") as typeof import("./junit")).formatJunit],
]);

/**
 * Loads the formatter of a format, or of a module whose path is given: a path has a slash or ends in `.js`, `.cjs` or `.mjs`.
 * Throws a UserError if there is none. That of a module throws one if the module fails or returns no text.
 */
export async function loadFormatter(format: string): Promise<Formatter> {
    const load = formatters.get(format);
    if (load) return load();
    if (/[/\\]|\.[cm]?js$/.test(format)) return loadModule(format);
    const names = [...formatters.keys()];
    const suggestion = nearest(format, names);
    const hint = suggestion ? `did you mean ${suggestion}?` : `use ${enumerate([...names, "the path of a module (./mine.js)"], "or")}.`;
    throw new UserError(`unknown format "${format}"; ${hint}`);
}

async function loadModule(path: string): Promise<Formatter> {
    const format = functionIn(await importModule(path));
    if (!format) throw new UserError(`the formatter ${path} must export a function, as default export or module.exports.`);
    return (...args) => {
        const output = callFormatter(path, () => format(...args));
        if (typeof output !== "string") throw new UserError(`the formatter ${path} must return a string, not ${describe(output)}.`);
        return output;
    };
}

async function importModule(path: string): Promise<unknown> {
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UserError(`could not load the formatter ${path}: no such file.`);
    try {
        return await import(pathToFileURL(resolve(path)).href);
    } catch (error) {
        throw new UserError(`could not load the formatter ${path}: ${firstLine(error)}`);
    }
}

/** Returns the default export. That of a CommonJS module is `module.exports`, which may have a default export of its own. */
function functionIn(module: unknown): Formatter | undefined {
    const { default: exported } = module as { default?: unknown };
    const inner = (exported as { default?: unknown } | undefined)?.default;
    return [exported, inner].find((value): value is Formatter => typeof value === "function");
}

function callFormatter(path: string, format: () => unknown): unknown {
    try {
        return format();
    } catch (error) {
        throw new UserError(`the formatter ${path} failed: ${firstLine(error)}`);
    }
}

/** Returns the first line of why something failed, as a sentence. */
function firstLine(error: unknown): string {
    return reasonOf(error).replace(/[.:]?(?:\n.*)?$/s, ".");
}

function describe(value: unknown): string {
    if (value instanceof Promise) return "a promise";
    return value === null || value === undefined ? String(value) : withArticle(typeof value);
}
