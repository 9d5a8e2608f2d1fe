import type { Report } from "./run";

/** For other programs: the report as it is. */
export function json(report: Report): string {
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
