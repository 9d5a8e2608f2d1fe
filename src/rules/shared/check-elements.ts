import type { Client, ListProperty } from "../../core/client";
import type { Context } from "../../core/rule";

const EMPTY = "has an empty element; remove it.";

/**
 * Returns a check that reports the defective elements of a list, those with the same defect in one message, in the order of the messages.
 * An element without a visible character is reported as empty, whatever its defect is.
 */
export function checkElements<Defect extends string, O = unknown>(
    property: ListProperty,
    defectOf: (element: string, options: O) => Defect | undefined,
    messages: Readonly<Record<Defect, (elements: readonly string[]) => string>>,
): (client: Client, context: Context<O>) => void {
    return (client, { options, report, filter }) => {
        const defective = filter(client[property], element => defectOf(element, options) !== undefined);
        if (defective.some(isEmpty)) report(property, EMPTY);
        for (const defect in messages) {
            const elements = defective.filter(element => !isEmpty(element) && defectOf(element, options) === defect);
            if (elements.length > 0) report(property, messages[defect](elements));
        }
    };
}

function isEmpty(element: string): boolean {
    return element.trim() === "";
}
