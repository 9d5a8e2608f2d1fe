import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Standard } from "../../../src/core/rule";
import { rules } from "../../../src/rules";
import { asvs, cwe, nist, rfc8252, rfc9700 } from "../../../src/rules/shared/standards";

/** The form of each standard's citations and the pages that they link to. */
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

const cited: readonly Standard[] = rules.flatMap(({ standards }) => standards);

describe("the functions that cite standards", () => {
    it("return title, citation and page", () => {
        assert.deepEqual(
            [asvs("10", "4.4"), cwe(915), nist("2.1.3"), rfc8252("8.2"), rfc9700("2.1.2")],
            [
                {
                    title: "OWASP Application Security Verification Standard 5.0",
                    name: "OWASP ASVS",
                    version: "5.0.0",
                    reference: "10.4.4",
                    id: "ASVS v5.0.0-10.4.4",
                    url: "https://github.com/OWASP/ASVS/blob/v5.0.0_release/5.0/en/0x19-V10-OAuth-and-OIDC.md",
                },
                {
                    title: "Common Weakness Enumeration",
                    name: "CWE",
                    reference: "915",
                    id: "CWE-915",
                    url: "https://cwe.mitre.org/data/definitions/915.html",
                },
                {
                    title: "NIST SP 800-63B-4: Authentication and Authenticator Management",
                    name: "NIST SP 800-63B",
                    version: "4",
                    reference: "2.1.3",
                    id: "NIST SP 800-63B-4 2.1.3",
                    url: "https://pages.nist.gov/800-63-4/sp800-63b/aal/#aal1reauth",
                },
                {
                    title: "RFC 8252: OAuth 2.0 for Native Apps",
                    name: "RFC 8252",
                    reference: "8.2",
                    id: "RFC 8252 8.2",
                    url: "https://www.rfc-editor.org/rfc/rfc8252.html#section-8.2",
                },
                {
                    title: "RFC 9700: Best Current Practice for OAuth 2.0 Security",
                    name: "RFC 9700",
                    reference: "2.1.2",
                    id: "RFC 9700 2.1.2",
                    url: "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2",
                },
            ],
        );
    });
});

describe("the standards of the rules", () => {
    const idsOf = (name: string) => rules.find(rule => rule.name === name)?.standards.map(({ id }) => id);
    const rulesCiting = (id: string) =>
        rules.filter(({ standards }) => standards.some(standard => standard.id === id)).map(({ name }) => name);

    it("include those of each rule", () => {
        assert.deepEqual(idsOf("no-implicit-flow"), ["RFC 9700 2.1.2", "RFC 8252 8.2", "ASVS v5.0.0-10.4.4", "ASVS v5.0.0-10.6.1"]);
        assert.deepEqual(idsOf("limit-refresh-token-validity"), [
            "ASVS v5.0.0-7.3.2",
            "NIST SP 800-63B-4 2.1.3",
            "NIST SP 800-63B-4 2.2.3",
            "CWE-613",
        ]);
        assert.deepEqual(idsOf("valid-name"), []);
        assert.deepEqual(rulesCiting("CWE-915"), [
            "no-default-sensitive-attributes",
            "no-sensitive-write-attributes",
            "require-write-attributes",
        ]);
        assert.ok(rulesCiting("ASVS v5.0.0-6.3.8").length > 0);
    });

    it("are cited once per rule", () => {
        for (const { name, standards } of rules) assert.equal(new Set(standards.map(({ id }) => id)).size, standards.length, name);
    });

    it("have the same title and page wherever they are cited", () => {
        const byId = new Map(cited.map(standard => [standard.id, standard]));
        for (const standard of cited) assert.deepEqual(standard, byId.get(standard.id));
    });

    it("are cited in the form of each standard and link to its pages", () => {
        assert.deepEqual([...new Set(cited.map(({ title }) => title))].sort(), Object.keys(FORMS).sort());
        for (const { title, id, url } of cited) {
            const [idForm, urlForm] = FORMS[title] as readonly [RegExp, RegExp];
            assert.match(id, idForm);
            assert.match(url, urlForm, id);
        }
    });

    it("link to the chapter of ASVS that the number names", () => {
        for (const { id, url } of cited) {
            const chapter = /^ASVS v5\.0\.0-(\d+)/.exec(id)?.[1];
            if (chapter) assert.ok(url.includes(`-V${chapter}-`), `${id}: ${url}`);
        }
    });
});
