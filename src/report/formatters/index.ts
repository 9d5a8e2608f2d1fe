import type { DocumentedRule } from "../../core/rule";
import type { Screen } from "../../util/terminal";
import type { Report } from "../report";

/** Formats a report. The rules are those that may have been evaluated, for what a format prints about them. */
export type Formatter = (report: Report, rules: readonly DocumentedRule[], screen: Screen) => string;

/** The functions that load the formatters, by the name of the format: a run needs only one of them. */
export const formatters: ReadonlyMap<string, () => Formatter> = new Map<string, () => Formatter>([
    ["text", () => (require("./text") as typeof import("./text")).formatText],
    ["json", () => (require("./json") as typeof import("./json")).formatJson],
    ["sarif", () => (require("./sarif") as typeof import("./sarif")).formatSarif],
    ["markdown", () => (require("./markdown") as typeof import("./markdown")).formatMarkdown],
    ["github", () => (require("./github") as typeof import("./github")).formatGithub],
    ["gitlab", () => (require("./gitlab") as typeof import("./gitlab")).formatGitlab],
    ["junit", () => (require("./junit") as typeof import("./junit")).formatJunit],
]);
