import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-write-attributes";

const unset = "writeAttributes is not set; by default, users can change every mutable attribute.";

testRule(rule, {
    accept: [
        { name: "a list", client: { writeAttributes: ["name"] } },
        { name: "a list with an unknown element", client: { writeAttributes: [unknown] } },
    ],
    unknown: [{ name: "an unknown list", client: { writeAttributes: unknown }, unknown: ["writeAttributes"] }],
    reject: [
        { name: "the default", client: {}, expect: [unset] },
        {
            name: "an empty list, which means the default",
            client: { writeAttributes: [], readAttributes: ["name"] },
            expect: [unset],
        },
    ],
});
