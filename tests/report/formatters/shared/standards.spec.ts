import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { requirementsByDocument } from "../../../../src/report/formatters/shared/standards";
import { ruleWith } from "../../../support/rules";

describe("requirementsByDocument", () => {
    const standard = (title: string, id: string) => ({ title, name: title, reference: id, id: `${title} ${id}`, url: "https://acme.dev/" });

    it("groups requirements by document, in the order of their numbers, with the rules that check them", () => {
        const rules = [
            ruleWith({ name: "be-good", standards: [standard("RFC", "10"), standard("ASVS", "1.2")] }),
            ruleWith({ name: "be-better", standards: [standard("RFC", "9"), standard("RFC", "10")] }),
            ruleWith({ name: "be-best" }),
        ];
        assert.deepEqual(
            [...requirementsByDocument(rules)].map(([title, requirements]) => [
                title,
                requirements.map(({ standard, rules }) => [standard.reference, rules.map(({ name }) => name)]),
            ]),
            [
                ["ASVS", [["1.2", ["be-good"]]]],
                [
                    "RFC",
                    [
                        ["9", ["be-better"]],
                        ["10", ["be-good", "be-better"]],
                    ],
                ],
            ],
        );
    });
});
