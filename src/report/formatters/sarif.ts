import { pathToFileURL } from "node:url";
import type { Severity } from "@pulumi/policy";
import type {
    ArtifactLocation,
    Invocation,
    Log,
    Notification,
    PhysicalLocation,
    ReportingDescriptor,
    Result,
    Location as SarifLocation,
} from "sarif";
import type { Category, DocumentedRule } from "../../core/rule";
import { formatLocation, type Location, relativeFile } from "../../stacks/positions/location";
import { STDIN } from "../../stacks/read";
import { escapeControlCharacters, escapeJson } from "../../util/escape";
import { packageInfo } from "../../util/package-info";
import { countOf, enumerate } from "../../util/wording";
import type { Report, Violation, ViolationLevel } from "../report";
import { readRulePage } from "../rule-page";
import { withFingerprints } from "./shared/fingerprints";
import { programPositionOf } from "./shared/positions";

/**
 * Formats a report for code scanning: SARIF 2.1.0, with fingerprints that do not change between runs. Exempt clients are left out,
 * because GitHub would open an alert for a suppressed result. automationDetails is left out, because it would override the category of the upload.
 */
export function formatSarif(report: Report, rules: readonly DocumentedRule[]): string {
    const { name, version, homepage } = packageInfo();
    const log: Log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name, version, informationUri: homepage, rules: rules.map(descriptorOf) } },
                invocations: [invocationOf(report)],
                originalUriBaseIds: { [ROOT_ID]: { description: { text: "The root folder of the repository." } } },
                columnKind: "utf16CodeUnits",
                results: resultsOf(accepted(report.violations), rules),
            },
        ],
    };
    return `${escapeJson(JSON.stringify(log, undefined, 2))}\n`;
}

/** The base of relative paths. GitHub always resolves them from the root of the repository. */
const ROOT_ID = "%SRCROOT%";

/** GitHub rejects a file with more results. */
const MAX_RESULTS = 25_000;

/** Returns the violations that GitHub accepts; if there are too many, those of mandatory policies first. */
function accepted(violations: readonly Violation[]): readonly Violation[] {
    if (violations.length <= MAX_RESULTS) return violations;
    const ofLevel = (level: ViolationLevel) => violations.filter(violation => violation.level === level);
    return [...ofLevel("mandatory"), ...ofLevel("advisory")].slice(0, MAX_RESULTS);
}

function invocationOf({ errors = [], violations }: Report): Invocation {
    const notifications = errors.map((text): Notification => ({ level: "error", message: { text: escapeText(text) } }));
    const omitted = violations.length - MAX_RESULTS;
    if (omitted > 0) {
        const text = `GitHub accepts ${countOf(MAX_RESULTS, "result")}; ${countOf(omitted, "more violation")} left out.`;
        notifications.push({ level: "warning", message: { text } });
    }
    return {
        executionSuccessful: errors.length === 0,
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
    };
}

/** The score from 0.0 to 10.0 by which GitHub ranks security alerts: critical from 9, high from 7, medium from 4. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

/** Categories whose violations GitHub shows as security alerts. The others are errors in the stack, not weaknesses. */
const SECURITY_CATEGORIES: ReadonlySet<Category> = new Set(["security", "limits"]);

function descriptorOf(rule: DocumentedRule): ReportingDescriptor {
    const { name, title, level, severity, description, remediation, url } = rule;
    return {
        id: name,
        name: title,
        shortDescription: { text: description },
        fullDescription: { text: `${description} ${remediation}` },
        help: { text: `${remediation} See ${url}`, markdown: readRulePage(rule) },
        helpUri: url,
        defaultConfiguration: { enabled: level !== "disabled", level: levelOf(level, severity) },
        properties: propertiesOf(rule),
    };
}

function propertiesOf({ category, severity, standards }: DocumentedRule): ReportingDescriptor["properties"] {
    const citations = standards.map(({ id }) => id);
    return SECURITY_CATEGORIES.has(category)
        ? { tags: ["security", ...citations], precision: "high", "security-severity": SECURITY_SEVERITY[severity] }
        : { tags: ["correctness", ...citations], precision: "very-high" };
}

function levelOf(level: DocumentedRule["level"], severity: Severity): "error" | "warning" | "note" {
    if (level === "mandatory") return "error";
    return severity === "low" ? "note" : "warning";
}

function resultsOf(violations: readonly Violation[], rules: readonly DocumentedRule[]): Result[] {
    const indexes = new Map(rules.map(({ name }, index) => [name, index]));
    return withFingerprints(violations).map(violation => {
        const { policy, level, severity, callers = [], fingerprint } = violation;
        return {
            ruleId: policy,
            ruleIndex: indexes.get(policy),
            level: levelOf(level, severity),
            message: { text: messageOf(violation) },
            locations: [locationOf(violation)],
            ...(callers.length > 0 && { relatedLocations: callers.map(relatedLocation) }),
            partialFingerprints: { primaryLocationLineHash: fingerprint },
        };
    });
}

/**
 * Returns the problem, with links to the callers by the IDs of the related locations: GitHub shows no related location without a link.
 * What to write instead is in the help of the rule, which GitHub shows below the message.
 */
function messageOf({ name, problem, callers = [] }: Violation): string {
    const links = callers.map((caller, index) => `[${escapeLinkText(formatLocation(caller))}](${index + 1})`);
    const calls = links.length > 0 ? ` Called from ${enumerate(links)}.` : "";
    return escapeText(`${name}: ${problem}`) + calls;
}

/** Escapes a text of a message in which brackets would make a link. */
function escapeText(text: string): string {
    return text.includes("](") ? escapeLinkText(text) : escapeControlCharacters(text);
}

function escapeLinkText(text: string): string {
    return escapeControlCharacters(text.replace(/[[\]\\]/g, "\\$&"));
}

function locationOf(violation: Violation): SarifLocation {
    const { file, urn, name } = violation;
    const position = programPositionOf(violation);
    return {
        physicalLocation: position ? physicalLocation(position) : { artifactLocation: checkedFile(file), region: { startLine: 1 } },
        logicalLocations: [{ name, fullyQualifiedName: urn, kind: "resource" }],
    };
}

function relatedLocation(caller: Location, index: number): SarifLocation {
    return { id: index + 1, physicalLocation: physicalLocation(caller), message: { text: "called from here" } };
}

/** Returns a place in the program. GitHub shows an alert in a pull request only if the whole region is in the diff. */
function physicalLocation({ file, line, column, endLine, endColumn }: Location): PhysicalLocation {
    return {
        artifactLocation: inRepository(file),
        region: { startLine: line, startColumn: column, endLine, endColumn },
    };
}

/** Returns a checked file: relative to the current folder, or by its URL if it is elsewhere. */
function checkedFile(file: string): ArtifactLocation {
    if (file === STDIN) return { uri: "stdin" };
    const cwd = process.cwd();
    const path = relativeFile(file, { project: cwd, cwd });
    return path === undefined ? { uri: pathToFileURL(file).href } : inRepository(path);
}

/** Encodes a path. A lone surrogate, which no URL can have, is replaced. */
function inRepository(file: string): ArtifactLocation {
    return {
        uri: file
            .replace(/\p{Cs}/gu, "\ufffd")
            .split("/")
            .map(encodeURIComponent)
            .join("/"),
        uriBaseId: ROOT_ID,
    };
}
