import { createHash } from "node:crypto";
import { relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Severity } from "@pulumi/policy";
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import type { Rule } from "../rule";
import { rules } from "../rules";
import { tagsOf } from "../standards";
import { STDIN } from "./input";
import { packageInfo } from "./package-info";
import type { Report, Violation } from "./run";

/**
 * For code scanning: SARIF 2.1.0, an alert for each violation that stays the same one from run to run. What is exempt is left out,
 * since GitHub knows no suppressions and would open an alert; so is automationDetails, which is for the uploader's category.
 */
export function sarif(report: Report): string {
    const { name, version, homepage } = packageInfo();
    const log: Log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: { driver: { name, version, informationUri: homepage, rules: rules.map(descriptorOf) } },
                invocations: [{ executionSuccessful: true }],
                columnKind: "utf16CodeUnits",
                results: resultsOf(report.violations),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** What GitHub ranks security alerts by, from 0.0 to 10.0; it draws its lines at 9, 7 and 4. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

function descriptorOf({ name, level, severity, description, remediation, url }: Rule): ReportingDescriptor {
    return {
        id: name,
        shortDescription: { text: description },
        fullDescription: { text: `${description} ${remediation}` },
        help: { text: `${remediation} Source: ${url}`, markdown: `${remediation}\n\n[Source](${url})` },
        helpUri: url,
        defaultConfiguration: { enabled: level !== "disabled", level: levelOf(level, severity) },
        // What AWS would refuse is an error and no weakness: only the other rules rank among security alerts.
        properties: /^(valid|match)-/.test(name)
            ? { tags: ["correctness", ...tagsOf(name)], precision: "very-high" }
            : { tags: ["security", ...tagsOf(name)], precision: "high", "security-severity": SECURITY_SEVERITY[severity] },
    };
}

function levelOf(level: Rule["level"], severity: Severity): "error" | "warning" | "note" {
    if (level === "mandatory") return "error";
    return severity === "low" ? "note" : "warning";
}

function resultsOf(violations: readonly Violation[]): Result[] {
    const seen = new Map<string, number>();
    return violations.map(violation => {
        const { name, policy, level, severity, message } = violation;
        const identity = identityOf(violation);
        const count = (seen.get(identity) ?? 0) + 1;
        seen.set(identity, count);
        return {
            ruleId: policy,
            ruleIndex: rules.findIndex(rule => rule.name === policy),
            level: levelOf(level, severity),
            message: { text: `${name}: ${message}` },
            locations: [locationOf(violation)],
            partialFingerprints: { primaryLocationLineHash: fingerprint(identity, count) },
        };
    });
}

/** The client, the rule and the property, with which every message begins: not the values, which change while the defect stays. */
function identityOf({ urn, policy, message }: Violation): string {
    return JSON.stringify([urn, policy, message.split(/[^\w.]/)[0]]);
}

function fingerprint(identity: string, count: number): string {
    return `${createHash("sha256").update(identity).digest("hex").slice(0, 32)}:${count}`;
}

function locationOf({ file, urn, name }: Violation): Location {
    return {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
        logicalLocations: [{ name, fullyQualifiedName: urn, kind: "resource" }],
    };
}

/** Relative to the current folder, since that is how a repository's files are told; a file elsewhere by its whole path. */
function uriOf(file: string): string {
    if (file === STDIN) return "stdin";
    const path = relative(process.cwd(), file);
    return path.startsWith("..") ? pathToFileURL(file).href : path.split(sep).map(encodeURIComponent).join("/");
}
