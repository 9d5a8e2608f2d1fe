import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { countUnknownValues, describeNotSeen } from "../../src/report/not-seen";
import { clientNamed, reportWith } from "../support/reports";

const program = (name: string) => ({ file: "Pulumi.yaml", name, policy: "be-good" });
const at = (line: number) => ({ file: "index.ts", line, column: 1 });
const notSeen = { programs: ["Pulumi.yaml"], computed: [] };

describe("describeNotSeen", () => {
    it("counts each unknown value of a client of a program once", () => {
        const unknown = [
            { ...program("web"), property: "name" },
            { ...program("web"), property: "name", policy: "be-better" },
            { ...program("web"), property: "callbackUrls[0]" },
            { ...program("app"), property: "name" },
            { ...clientNamed("other"), property: "name", policy: "be-good" },
            { ...clientNamed("other"), property: "name", policy: "be-good", file: "Pulumi.yaml" },
            { ...program("other"), property: "name", file: "other/Pulumi.yaml" },
        ];
        const report = reportWith({ unknown, notSeen });
        assert.deepEqual(countUnknownValues(report), { values: 3, clients: 2 });
        assert.deepEqual(describeNotSeen(report), [
            "3 values in 2 clients are known only in a preview: also check the output of `pulumi preview --json --show-sames`.",
        ]);
        assert.deepEqual(describeNotSeen(reportWith({ unknown: unknown.slice(3), notSeen })), [
            "1 value in 1 client is known only in a preview: also check the output of `pulumi preview --json --show-sames`.",
        ]);
    });

    it("lists the first resources with computed arguments", () => {
        const describe = (...lines: number[]) => describeNotSeen(reportWith({ notSeen: { ...notSeen, computed: lines.map(at) } }));
        assert.deepEqual(describe(3), ["1 resource could not be read in full, because the program computes the arguments: index.ts:3:1."]);
        assert.match(describe(1, 2, 3, 4, 5).join(), /^5 resources .* index\.ts:4:1 and index\.ts:5:1\.$/);
        assert.match(describe(1, 2, 3, 4, 5, 6).join(), /index\.ts:5:1 and 1 more\.$/);
        assert.match(describe(1, 2, 3, 4, 5, 6, 7).join(), /index\.ts:5:1 and 2 more\.$/);
    });

    it("says nothing without a program", () => {
        assert.deepEqual(describeNotSeen(reportWith({ unknown: [{ ...clientNamed("web"), property: "name", policy: "be-good" }] })), []);
    });
});
