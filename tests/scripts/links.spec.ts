import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { files, homepage } from "../../package.json";
import { anchorOf } from "../../scripts/docs/markdown";
import { ROOT } from "../support/pack";

/** All documents of the repository. */
const DOCUMENTS = ["", "docs", "docs/rules", "examples/fix", "examples/own-pack", "examples/webshop"].flatMap(folder =>
    readdirSync(path.join(ROOT, folder))
        .filter(file => file.endsWith(".md"))
        .map(file => path.posix.join(folder, file)),
);

describe("the links of the documents", () => {
    for (const document of DOCUMENTS) {
        it(`lead somewhere: ${document}`, () => {
            for (const link of linksOf(document)) assert.equal(findProblem(document, link), undefined, link);
        });
    }

    it("are checked: a missing file and a missing heading are errors", () => {
        assert.equal(findProblem("docs/ci.md", "missing.md"), "docs/missing.md does not exist");
        assert.equal(findProblem("docs/ci.md", "configuration.md#missing"), "docs/configuration.md has no heading #missing");
        assert.equal(findProblem("docs/ci.md", `${homepage}/blob/main/missing.md`), "missing.md does not exist");
        assert.equal(findProblem("README.md", "examples/webshop"), "examples/webshop is not in the package, as README.md is");
        assert.equal(findProblem("docs/ci.md", "configuration.md#levels"), undefined);
    });
});

/** The targets of links and images, without those in code. */
function linksOf(document: string): string[] {
    const text = withoutCode(readFileSync(path.join(ROOT, document), "utf8"));
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

function withoutCode(markdown: string): string {
    return markdown.replace(/^ *```[\s\S]*?^ *```$/gm, "").replace(/`[^`\n]*`/g, "");
}

/** Returns what is wrong with a link; undefined for a link that works or that leads to another website. */
function findProblem(document: string, link: string): string | undefined {
    const [target = "", anchor] = link.split("#");
    const inRepository = new RegExp(`^${homepage}/(?:blob|tree)/main/`);
    if (/^https?:/.test(target) && !inRepository.test(target)) return undefined;
    const isRelative = !inRepository.test(target);
    const file = isRelative
        ? path.posix.join(target === "" ? document : path.posix.dirname(document), target === "" ? "" : target)
        : target.replace(inRepository, "");
    if (!existsSync(path.join(ROOT, file))) return `${file} does not exist`;
    if (isRelative && isPackaged(document) && !isPackaged(file)) return `${file} is not in the package, as ${document} is`;
    if (anchor !== undefined && !anchorsOf(file).has(anchor)) return `${file} has no heading #${anchor}`;
    return undefined;
}

/** Whether a file is in the npm package, where relative links must work as well. */
function isPackaged(file: string): boolean {
    return ["README.md", "LICENSE", "package.json", ...files].some(entry => file === entry || file.startsWith(`${entry}/`));
}

/** The anchors of a document's headings. GitHub numbers the repeated ones. */
function anchorsOf(document: string): Set<string> {
    const text = readFileSync(path.join(ROOT, document), "utf8").replace(/^ *```[\s\S]*?^ *```$/gm, "");
    const anchors = new Map<string, number>();
    for (const [, heading = ""] of text.matchAll(/^#+ (.*)$/gm)) {
        const anchor = anchorOf(heading);
        const count = anchors.get(anchor) ?? 0;
        anchors.set(anchor, count + 1);
        if (count > 0) anchors.set(`${anchor}-${count}`, 1);
    }
    return new Set(anchors.keys());
}
