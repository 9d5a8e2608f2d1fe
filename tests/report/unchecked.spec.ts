import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { describeUnchecked, findUnchecked } from "../../src/report/unchecked";

const NATIVE = "aws-native:cognito:UserPoolClient";
const MANAGED = "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";

describe("findUnchecked", () => {
    const stack = (file: string, ...types: string[]) => ({ file, resources: types.map(type => ({ type })) });

    it("counts the clients of each type and lists the files that have them", () => {
        assert.deepEqual(
            findUnchecked([stack("a.json", NATIVE, CLIENT_TYPE, MANAGED, NATIVE), stack("b.json", CLIENT_TYPE), stack("c.json", NATIVE)]),
            [
                { type: NATIVE, count: 3, files: ["a.json", "c.json"] },
                { type: MANAGED, count: 1, files: ["a.json"] },
            ],
        );
    });

    it("returns nothing without such clients", () => assert.deepEqual(findUnchecked([stack("a.json", CLIENT_TYPE)]), []));
});

describe("describeUnchecked", () => {
    for (const [count, type, text] of [
        [1, MANAGED, `1 client of type ${MANAGED} is not checked: the policies evaluate only ${CLIENT_TYPE}.`],
        [1200, NATIVE, `1,200 clients of type ${NATIVE} are not checked: the policies evaluate only ${CLIENT_TYPE}.`],
    ] as const) {
        it(`says that ${count} of ${type} are not checked`, () => assert.equal(describeUnchecked({ type, count, files: [] }), text));
    }
});
