import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { rules } from "../src/rules";
import { byStandard, tagsOf } from "../src/standards";

/** How each standard's references are cited, and where they lead. */
const FORMS: Readonly<Record<string, readonly [id: RegExp, url: RegExp]>> = {
    "OWASP Application Security Verification Standard 5.0": [
        /^ASVS v5\.0\.0-\d+\.\d+\.\d+$/,
        /^https:\/\/github\.com\/OWASP\/ASVS\/blob\/v5\.0\.0_release\/5\.0\/en\/0x\d\d-V\d+-[A-Za-z-]+\.md$/,
    ],
    "Common Weakness Enumeration": [/^CWE-\d+$/, /^https:\/\/cwe\.mitre\.org\/data\/definitions\/\d+\.html$/],
    "NIST SP 800-63B-4: Authentication and Authenticator Management": [
        /^NIST SP 800-63B-4 \d+(\.\d+)*$/,
        /^https:\/\/pages\.nist\.gov\/800-63-4\/sp800-63b\/[a-z]+\/#[a-z0-9-]+$/,
    ],
    "RFC 8252: OAuth 2.0 for Native Apps": [
        /^RFC 8252 \d+(\.\d+)*$/,
        /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc8252\.html#section-\d+(\.\d+)*$/,
    ],
    "RFC 9700: Best Current Practice for OAuth 2.0 Security": [
        /^RFC 9700 \d+(\.\d+)*$/,
        /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc9700\.html#section-\d+(\.\d+)*$/,
    ],
};

const standards = byStandard();
const references = standards.flatMap(({ references }) => references);

describe("standards", () => {
    it("tag a rule with what it answers to", () => {
        assert.deepEqual(tagsOf("no-implicit-flow"), ["RFC 9700 2.1.2", "RFC 8252 8.2", "ASVS v5.0.0-10.4.4", "ASVS v5.0.0-10.6.1"]);
        assert.deepEqual(tagsOf("limit-refresh-token-validity"), [
            "ASVS v5.0.0-7.3.2",
            "NIST SP 800-63B-4 2.1.3",
            "NIST SP 800-63B-4 2.2.3",
            "CWE-613",
        ]);
    });

    it("leave a rule without tags that answers to none", () => assert.deepEqual(tagsOf("valid-name"), []));

    it("list the rules of each reference", () => {
        assert.deepEqual(
            references.find(({ id }) => id === "CWE-915"),
            {
                id: "CWE-915",
                url: "https://cwe.mitre.org/data/definitions/915.html",
                rules: ["no-sensitive-write-attributes", "require-write-attributes"],
            },
        );
    });

    it("list by number what one of them says", () => {
        const asvs = standards.find(({ standard }) => standard.startsWith("OWASP"))?.references.map(({ id }) => id) ?? [];
        assert.equal(asvs[0], "ASVS v5.0.0-6.3.8");
        assert.ok(asvs.indexOf("ASVS v5.0.0-10.4.9") < asvs.indexOf("ASVS v5.0.0-10.4.11"));
    });

    it("list what the tags say, each reference once", () => {
        const names = rules.map(({ name }) => name);
        const listed = new Map(references.map(({ id, rules }) => [id, rules]));
        assert.equal(listed.size, references.length);
        for (const [id, answering] of listed) {
            assert.deepEqual(
                answering,
                names.filter(name => tagsOf(name).includes(id)),
                id,
            );
        }
        for (const name of names) {
            const tags = tagsOf(name);
            assert.equal(new Set(tags).size, tags.length, name);
            for (const tag of tags) assert.ok(listed.has(tag), `${name}: ${tag}`);
        }
    });

    it("are cited in their own form, and lead to a page of their own", () => {
        assert.deepEqual(
            standards.map(({ standard }) => standard),
            Object.keys(FORMS),
        );
        for (const { standard, references } of standards) {
            const [idForm, urlForm] = FORMS[standard] as readonly [RegExp, RegExp];
            for (const { id, url } of references) {
                assert.match(id, idForm);
                assert.match(url, urlForm, id);
            }
        }
    });

    it("lead to the chapter of ASVS that the number names", () => {
        for (const { id, url } of references) {
            const chapter = /^ASVS v5\.0\.0-(\d+)/.exec(id)?.[1];
            if (chapter) assert.ok(url.includes(`-V${chapter}-`), `${id}: ${url}`);
        }
    });
});
