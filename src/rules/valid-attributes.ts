import { known } from "../client";
import { isAttribute, isReadOnly, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { type Check, defineRule } from "../rule";
import { didYouMean, enumerate, nearest } from "../text";

type Property = "readAttributes" | "writeAttributes";

const messages = {
    unknownNames: (property: Property, names: readonly string[]) => `${property} has ${enumerate(names.map(question))}.`,
    readOnly: (attributes: readonly string[]) => `writeAttributes has ${enumerate(attributes)}, which Cognito alone writes.`,
};

function question(name: string): string {
    const meant = enumerate(meantBy(name), "or");
    return `"${name}", which is no attribute${didYouMean(meant)}`;
}

/** A bare name may be a standard one misspelt, or a custom one without its prefix. */
function meantBy(name: string): string[] {
    const standard = nearest(name, STANDARD_ATTRIBUTES);
    if (standard && letters(standard) === letters(name)) return [standard];
    const custom = /^(?:custom\W)?([\w-]+)$/i.exec(name)?.[1];
    return [...(standard ? [standard] : []), ...(custom ? [`custom:${custom}`] : [])];
}

function letters(name: string): string {
    return name.toLowerCase().replace(/[^a-z]/g, "");
}

const namesOf = (property: Property): Check =>
    function* (client) {
        const unknown = (yield* known(client[property])).filter(name => !isAttribute(name));
        if (unknown.length > 0) yield messages.unknownNames(property, unknown);
    };

export default defineRule({
    name: "valid-attributes",
    level: "mandatory",
    severity: "high",
    description:
        "A client can only read attributes that there are and only write those that Cognito lets apps write, or the deployment fails.",
    remediation:
        "Use standard attributes as Cognito writes them, put custom: before all others, and let writeAttributes do without read-only ones.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    messages,
    checks: [
        namesOf("readAttributes"),
        namesOf("writeAttributes"),
        function* ({ writeAttributes }) {
            const readOnly = (yield* known(writeAttributes)).filter(isReadOnly);
            if (readOnly.length > 0) yield messages.readOnly(readOnly);
        },
    ],
    fix({ readAttributes = [], writeAttributes = [] }) {
        const writable = writeAttributes.filter(attribute => !isReadOnly(attribute));
        // An empty list would stand for every standard attribute.
        return writable.length > 0 && [...readAttributes, ...writable].every(isAttribute) ? { writeAttributes: writable } : {};
    },
});
