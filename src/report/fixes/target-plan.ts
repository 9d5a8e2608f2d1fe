import { isDeepStrictEqual } from "node:util";
import { evaluate } from "../../core/evaluate";
import { applyFix, isBlock } from "../../core/fix";
import type { Patch, Rule, RuleConfig } from "../../core/rule";
import { type Change, type Editor, instructions, type NotFixed } from "../../programs/edit";
import { copyOf, overlay, type Properties } from "../../programs/edit/properties";
import { NO_SECRETS } from "../../programs/edit/verify";
import { formatLocation } from "../../stacks/positions/location";
import type { EditableFiles } from "./editable-files";
import { describeRest, fixOf, type Left, messages } from "./rule-results";
import type { Client, Target } from "./targets";

/** A client of a program, or one of the clients of stacks that its code creates. */
interface Subject {
    readonly name: string;
    readonly urn: string;
    readonly client?: Client;
    /** The properties in the stack, with the fixes that are made. */
    readonly inStack?: Properties;
    /** The properties in the program, with the fixes that are made. What is computed is as in the stack. */
    readonly inProgram: Properties;
}

/** Plans the fixes of one client of a program. A fix is made only if all clients that the code creates need it. */
export class TargetPlan {
    /** The rules whose fixes are made, with the change of each. */
    readonly fixed = new Map<Rule, Patch>();
    /** The number of rules whose fixes the program already has, and only the stack lacks. */
    present = 0;
    #patch: Patch = {};
    readonly #notFixed: { readonly rule: Rule; readonly subject?: Subject; readonly message: string }[] = [];
    readonly #subjects: readonly Subject[];
    readonly #rules: readonly RuleConfig[];
    readonly #files: Pick<EditableFiles, "nameOf" | "read">;

    constructor(
        readonly target: Target,
        rules: readonly RuleConfig[],
        editor: Editor,
        files: Pick<EditableFiles, "nameOf" | "read">,
    ) {
        this.#rules = rules;
        this.#files = files;
        this.#subjects = subjectsOf(target);
        for (const config of rules) this.#planRule(config, editor);
    }

    get change(): Change {
        return { resource: this.target.resource, patch: this.#patch };
    }

    #planRule(config: RuleConfig, editor: Editor): void {
        const { rule } = config;
        const patches = this.#subjects.map(({ inProgram, ...subject }) => fixOf(config, subject, inProgram));
        const patch = patches.find(found => found !== undefined);
        if (!patch) {
            const isNeeded = this.#subjects.some(({ inStack, ...subject }) => inStack && fixOf(config, subject, inStack));
            if (isNeeded && this.#passes(config)) this.present++;
            return;
        }
        const change = { resource: this.target.resource, patch: merge(this.#patch, patch) as Patch };
        const reason = patches.every(other => isDeepStrictEqual(other, patch))
            ? this.#obstacle(editor, change)
            : messages.different(labelsOf(this.#subjects));
        for (const [index, subject] of this.#subjects.entries()) {
            const own = patches[index];
            if (reason !== undefined && own) {
                const write = instructions({ ...change, patch: own });
                this.#notFixed.push({ rule, subject, message: messages.notFixed({ reason, instructions: write }) });
            } else if (reason === undefined) {
                applyFix(subject.inProgram, patch, NO_SECRETS);
                if (subject.inStack) applyFix(subject.inStack, patch, NO_SECRETS);
            }
        }
        if (reason !== undefined) return;
        this.#patch = change.patch;
        this.fixed.set(rule, patch);
    }

    #obstacle(editor: Editor, change: Change): string | undefined {
        const { source, resource } = this.target;
        const file = this.#files.read(source, resource.file);
        if (typeof file === "string") return file;
        const result = editor.edit(change);
        return typeof result === "string" ? result : undefined;
    }

    #passes({ rule, options }: RuleConfig): boolean {
        return this.#subjects.some(({ name, urn, inProgram: props }) => {
            const { violations, unknown } = evaluate(rule, { name, urn, props }, options);
            return violations.length + unknown.length === 0;
        });
    }

    /** Takes the fixes back. */
    reject(result: NotFixed): void {
        for (const [rule, patch] of this.fixed) {
            const write = instructions({ resource: this.target.resource, patch });
            this.#notFixed.push({ rule, message: messages.notFixed({ reason: result.reason, instructions: write }) });
        }
        this.fixed.clear();
    }

    /** Returns a line for each rule that is not fixed or not evaluated. */
    lines(): string[] {
        const { source, resource } = this.target;
        const { line, column } = source.program.linesOf(resource.file).positionAt(resource.range.start);
        const position = formatLocation({ file: this.#files.nameOf(source, resource.file), line, column });
        const lineOf = ({ name, client }: Subject, rule: Rule, message: string) => {
            const place = client?.place.location;
            return `${place ? formatLocation(place) : position}: ${name}: ${rule.name}: ${message}`;
        };
        return [
            ...this.#notFixed.flatMap(({ rule, subject, message }) =>
                (subject ? [subject] : this.#subjects).map(subject => lineOf(subject, rule, message)),
            ),
            ...this.#subjects.flatMap(subject => this.#rest(subject).map(({ rule, message }) => lineOf(subject, rule, message))),
        ];
    }

    /** Returns the violations that have no fix, and what is unknown, after all fixes that are made. */
    #rest({ name, urn, inProgram: props }: Subject): Left[] {
        const hasSecrets = this.target.resource.secrets.size > 0;
        return this.#rules.flatMap(config => describeRest(config, { name, urn, props, hasSecrets }));
    }
}

function subjectsOf({ resource, clients }: Target): Subject[] {
    const written: Properties = resource.props;
    const { name, urn } = resource;
    if (clients.length === 0) return [{ name, urn, inProgram: copyOf(written) }];
    return clients.map(client => {
        const { name, urn, props } = client.resource;
        return { name, urn, client, inStack: copyOf(props), inProgram: overlay(written, props) };
    });
}

/** Merges changes into others, as applying one after the other does. */
function merge(first: object, second: object): object {
    const merged = Object.entries(second).map(([name, change]) => {
        const former = first[name as keyof object];
        return [name, isBlock(former) && isBlock(change) ? merge(former, change) : change];
    });
    return { ...first, ...Object.fromEntries(merged) };
}

/** The number of clients that a message names. */
const MAX_NAMED = 3;

/** Returns the names of clients with the files of their stacks, which may have clients of the same name. */
function labelsOf(subjects: readonly Subject[]): string[] {
    const labels = subjects.slice(0, MAX_NAMED).map(({ name, client }) => `${name} of ${client?.file}`);
    return subjects.length > MAX_NAMED ? [...labels, `${subjects.length - MAX_NAMED} more`] : labels;
}
