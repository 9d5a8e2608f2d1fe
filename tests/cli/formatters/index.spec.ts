import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatters } from "../../../src/cli/formatters";
import { formatGithub } from "../../../src/cli/formatters/github";
import { formatGitlab } from "../../../src/cli/formatters/gitlab";
import { formatJson } from "../../../src/cli/formatters/json";
import { formatJunit } from "../../../src/cli/formatters/junit";
import { formatMarkdown } from "../../../src/cli/formatters/markdown";
import { formatSarif } from "../../../src/cli/formatters/sarif";
import { formatText } from "../../../src/cli/formatters/text";

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
