import type { Report } from "../report";
import { countResults } from "./shared/summary";

/** Formats a report for other programs: the number of results, and the results. */
export function formatJson(report: Report): string {
    const { evaluated: _, ...results } = report;
    return `${JSON.stringify({ summary: countResults(report), ...results }, undefined, 2)}\n`;
}
