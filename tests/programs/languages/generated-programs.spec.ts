import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { assertProperty, cases } from "../../support/clients";
import { arbitraryInputs, arbitraryLayout, type Inputs, PRINTERS } from "./generated-programs";
import { type ReadResource, readInputs } from "./read-inputs";

/** A character of a text that is removed or doubled. */
const arbitraryDamage = fc.record({ position: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), isDoubled: fc.boolean() });

describe("generated programs (slow)", () => {
    for (const { language, file, read, print } of PRINTERS) {
        it(`gives the inputs that were printed in ${language}`, () => {
            assertProperty(
                fc.property(arbitraryInputs, arbitraryLayout, (inputs, layout) => {
                    const source = print(inputs, layout);
                    const [client, ...others] = readInputs(read, file, source);
                    assert.deepEqual(others, []);
                    assert.deepEqual(client?.inputs, inputs, source);
                }),
                cases(300),
            );
        });

        it(`gives no wrong value for a damaged program in ${language}`, () => {
            assertProperty(
                fc.property(arbitraryInputs, arbitraryLayout, arbitraryDamage, (inputs, layout, damage) => {
                    const source = print(inputs, layout);
                    const offset = Math.floor(damage.position * source.length);
                    if (isInComment(source, offset)) return; // a comment that ends elsewhere makes another program
                    const character = source.charAt(offset);
                    const damaged = source.slice(0, offset) + (damage.isDoubled ? character + character : "") + source.slice(offset + 1);
                    for (const client of readInputs(read, file, damaged)) checkDamaged(client, inputs, source, damaged, offset);
                }),
                cases(2000),
            );
        });
    }

    /** A value is that of the undamaged program, unless the damage is in the text of its property, or unknown. */
    function checkDamaged({ inputs, isOpen }: ReadResource, original: Inputs, source: string, damaged: string, offset: number): void {
        for (const [name, value] of Object.entries(original)) {
            if (isPropertyDamaged(source, name, original, offset) || isOpen) continue;
            const read = inputs[name];
            if (!containsUnknown(read)) assert.deepEqual(read, value, `${name} of\n${damaged}`);
        }
    }
});

function isInComment(source: string, offset: number): boolean {
    return [...source.matchAll(/(?:\/\*|\/\/|#) it's(?: \*\/|\n)/g)].some(
        ({ index, 0: comment }) => offset >= index && offset < index + comment.length,
    );
}

function containsUnknown(value: unknown): boolean {
    return (
        value === "?" ||
        (Array.isArray(value)
            ? value.some(containsUnknown)
            : typeof value === "object" && value !== null && Object.values(value).some(containsUnknown))
    );
}

/** Whether an offset is in the text of a property, from its name to that of the next one. */
function isPropertyDamaged(source: string, name: string, inputs: Inputs, offset: number): boolean {
    const names = Object.keys(inputs);
    const startOf = (property: string) =>
        source.search(new RegExp(`\\b${property.replace(/[A-Z]/g, letter => `_?${letter}`)}\\s?[=:(]`, "i"));
    const next = names[names.indexOf(name) + 1];
    const end = next === undefined ? source.length : startOf(next);
    return offset >= startOf(name) && offset < end;
}
