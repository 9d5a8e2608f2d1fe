import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatters } from "../../../src/report/formatters";
import { formatGithub } from "../../../src/report/formatters/github";
import { formatGitlab } from "../../../src/report/formatters/gitlab";
import { formatJson } from "../../../src/report/formatters/json";
import { formatJunit } from "../../../src/report/formatters/junit";
import { formatMarkdown } from "../../../src/report/formatters/markdown";
import { formatSarif } from "../../../src/report/formatters/sarif";
import { formatText } from "../../../src/report/formatters/text";

describe("formatters", () => {
    it("lists the formats", () => {
        assert.deepEqual(
            [...formatters].map(([name, load]) => [name, load()]),
            [
                ["text", formatText],
                ["json", formatJson],
                ["sarif", formatSarif],
                ["markdown", formatMarkdown],
                ["github", formatGithub],
                ["gitlab", formatGitlab],
                ["junit", formatJunit],
            ],
        );
    });
});
