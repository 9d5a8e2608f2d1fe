import type { SourceError } from "./expression";
import { decapitalize } from "./languages/shared";

/** The parser is recursive. Deeper nesting is no program that somebody wrote. */
const MAX_DEPTH = 100;

/** Parses a YAML text. The parser is loaded when it is needed. Without an error, `contents` is the root of the first document. */
export function parseYaml(text: string) {
    const yaml: typeof import("yaml") = require("yaml");
    const fail = (reason: string, line = 1): { readonly error: SourceError; readonly contents?: unknown } => ({ error: { line, reason } });
    if (isTooDeep(text)) return { yaml, ...fail("the values are nested too deeply") };
    const lineCounter = new yaml.LineCounter();
    const options = { lineCounter, logLevel: "silent", prettyErrors: false, merge: false, uniqueKeys: false } as const;
    const { errors, contents } = yaml.parseDocument(text, options);
    const [error] = errors;
    return { yaml, ...(error ? fail(decapitalize(error.message), lineCounter.linePos(error.pos[0]).line) : { contents, error }) };
}

/** Whether brackets or indentation are nested so deeply that the parser is slow or fails. */
function isTooDeep(text: string): boolean {
    let depth = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth += "[{".includes(bracket) ? 1 : -1;
        if (depth > MAX_DEPTH) return true;
    }
    return /^(?:[ \t]*(?:[-?:][ \t]+){100}|[ \t]{400})/m.test(text);
}
