import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { assertProperty, cases } from "../../support/clients";
import { attribute, type Element, elementsIn, lineOf, pageOf, sectionText, textOf, withClass } from "../../support/html";
import { violation } from "../../support/reports";

/** Unprintable characters as code points. */
function visible(text: string): string {
    return text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029]/gu, character =>
        character.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    );
}

const web = violation("web", "name is bad.");

describe("formatHtml", () => {
    it("prints what was checked, by what and when", () => {
        const header = (more: object) =>
            elementsIn(pageOf({ files: ["a.json", "-"] }, more), "header")
                .map(lineOf)
                .join();
        assert.match(
            header({}),
            /^Amazon Cognito app clients 2 sources checked on 2026-11-28 by pulumi-policy-aws-cognito \S+, with the default configuration\. 2 sources ?a\.json standard input Overview Clients Standards Policies Exemptions Not evaluated$/,
        );
        assert.match(header({ configuration: "strict.json" }), /, with strict\.json\. 2 sources/);
        assert.match(header({ day: undefined }), / checked on \d{4}-\d\d-\d\d by /);
    });

    it("links the sections", () => {
        const links = elementsIn(pageOf({}), "nav").flatMap(nav => elementsIn(nav, "a").map(link => attribute(link, "href")));
        assert.deepEqual(links, ["#overview", "#clients", "#standards", "#policies", "#exemptions", "#unknown"]);
    });

    it("lists what was not checked", () => {
        const page = pageOf({
            notChecked: [{ type: "aws-native:cognito:UserPoolClient", count: 1, files: ["state.json"] }],
            errors: ["could not read b.json: gone."],
        });
        assert.match(textOf(page), /Not checked:\s*could not read b\.json: gone\.\s*1 client of type aws-native/);
    });

    it("formats commands in sentences as code", () => {
        const page = pageOf({ errors: ["web: run `pulumi preview --json`, or `<b>`."] });
        const codes = elementsIn(page, "code");
        assert.deepEqual(codes.map(textOf).slice(-2), ["pulumi preview --json", "<b>"]);
        assert.match(textOf(page), /Not checked:\s*web: run pulumi preview --json, or <b>\./);
    });

    it("says so if there is nothing to list", () => {
        const page = pageOf({});
        assert.equal(sectionText(page, "clients"), "Clients No client violates a policy.");
        assert.equal(sectionText(page, "policies"), "Policies No policy is violated.");
        assert.equal(sectionText(page, "exemptions"), "Exemptions There are no exemptions.");
        assert.equal(sectionText(page, "unknown"), "Not evaluated Every value is known.");
        assert.deepEqual(
            elementsIn(page).filter(({ tagName }) => tagName === "script"),
            [],
        );
    });

    it("allows only its own style and script, and loads nothing", () => {
        const page = pageOf({ violations: [{ ...web, fix: () => "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+a\n" }] });
        const elements = elementsIn(page);
        const hashes = ["style", "script"].map(tag => {
            const [element, ...others] = elements.filter(({ tagName }) => tagName === tag) as [Element];
            assert.deepEqual(others, []);
            return `${tag}-src 'sha256-${createHash("sha256").update(textOf(element)).digest("base64")}'`;
        });
        const [policy] = elements.filter(element => attribute(element, "http-equiv") === "Content-Security-Policy") as [Element];
        assert.equal(attribute(policy, "content"), `default-src 'none'; ${hashes.join("; ")}; base-uri 'none'; form-action 'none'`);
        for (const element of elements) {
            assert.deepEqual(
                element.attrs.filter(({ name }) => name === "src" || name === "style" || name.startsWith("on")),
                [],
                element.tagName,
            );
            if (element.tagName === "link" || element.tagName === "img") assert.fail(element.tagName);
        }
    });

    it("prints hostile texts as texts", () => {
        const text = fc.oneof(
            fc.string({ unit: "binary" }),
            fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "/", "script", "-->", "]]>", "\u0000", "`") }),
        );
        const expected = elementsIn(pageOf({ violations: [{ ...web, fix: () => "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+a\n" }] })).map(
            ({ tagName }) => tagName,
        );
        const property = fc.property(text, text, (name, problem) => {
            const page = pageOf({
                violations: [{ ...web, name: `n${name}`, problem: `p${problem}`, fix: () => "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+a\n" }],
            });
            const [client] = withClass(page, "client") as [Element];
            assert.equal(attribute(client, "data-name"), visible(`n${name}`));
            assert.ok(textOf(client).includes(visible(`p${problem}`)));
            assert.deepEqual(
                elementsIn(page).map(({ tagName }) => tagName),
                expected,
            );
        });
        assertProperty(property, cases(200));
    });
});
