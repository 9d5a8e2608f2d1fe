import { evaluatorFor } from "../core/evaluate";
import { messageOf } from "../core/message";
import { optionsOf } from "../core/options";
import type { DocumentedRule } from "../core/rule";
import type { Range } from "../programs/expression";
import { type CheckedFile, describeBug, type FileProblem, rangeOf, readFile } from "./checked-file";
import { fixFor, fixMeta } from "./fixes";
import type { Location, Position, RuleContext, RuleModule } from "./types";

/** Converts a rule to one of ESLint. */
export function toEslintRule(rule: DocumentedRule): RuleModule {
    const { category, description, level, url } = rule;
    return {
        meta: {
            type: category === "limits" ? "suggestion" : "problem",
            docs: { description, url, recommended: level !== "disabled" },
            schema: [{ type: "object", properties: optionsOf(rule), additionalProperties: false }],
            ...fixMeta(rule),
        },
        create(context) {
            const root = sourceCodeOf(context).ast.type;
            return {
                [root]: () => check(rule, context),
                [`${root}:exit`]: () => fileOf(context).reported.clear(), // ESLint can check the same source code again
            };
        },
    };
}

/** What ESLint and its plugins for other languages have read from a file. */
interface SourceCode {
    /** Without a byte order mark. */
    readonly text: string;
    readonly ast: { readonly type: string };
    /** Absent in older plugins for languages other than JavaScript. */
    getLocFromIndex?(offset: number): Position;
}

function sourceCodeOf({ sourceCode }: RuleContext): SourceCode {
    return sourceCode as SourceCode;
}

const START: Position = { line: 1, column: 0 };

const FILES = new WeakMap<SourceCode, CheckedFile>();

/** Reads the file that ESLint checks, once for all rules. */
function fileOf(context: RuleContext): CheckedFile {
    const sourceCode = sourceCodeOf(context);
    const file = FILES.get(sourceCode) ?? readFile(context.filename, sourceCode.text);
    FILES.set(sourceCode, file);
    return file;
}

function check(rule: DocumentedRule, context: RuleContext): void {
    const file = fileOf(context);
    const reportOnce = ({ line, message }: FileProblem) => {
        if (!file.reported.has(message)) context.report({ loc: { ...START, line }, message });
        file.reported.add(message);
    };
    for (const problem of file.problems) reportOnce(problem);
    try {
        reportViolations(rule, file, context);
    } catch (error) {
        reportOnce(describeBug(error));
    }
}

function reportViolations(rule: DocumentedRule, file: CheckedFile, context: RuleContext): void {
    const [options = {}] = context.options as readonly object[];
    const evaluate = evaluatorFor(rule, options);
    for (const client of file.clients) {
        const { violations } = evaluate(client.resource);
        const fix = violations.length > 0 ? fixFor(rule, file, client, options) : {};
        for (const violation of violations) {
            const loc = locate(rangeOf(client.source, violation.property), sourceCodeOf(context));
            context.report({ loc, message: messageOf(violation, rule), ...fix });
        }
    }
}

function locate({ start, end }: Range, sourceCode: SourceCode): Location {
    const positionAt = (offset: number) => sourceCode.getLocFromIndex?.(offset) ?? START;
    return { start: positionAt(start), end: positionAt(end) };
}
