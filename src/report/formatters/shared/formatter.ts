import type { DocumentedRule } from "../../../core/rule";
import type { Screen } from "../../../util/terminal";
import type { Report } from "../../report";
import type { ReadLines } from "../../source-lines";

/** What a format needs besides the report: the screen that it is printed on, and how to show code. */
export interface FormatOptions extends Screen {
    /** Reads lines of the program. It is set if code is to be shown, by formats that can. */
    readonly readLines?: ReadLines;
    /** The day of the report, YYYY-MM-DD; by default the current day in UTC. */
    readonly day?: string;
    /** The name of the configuration file, if there is one. */
    readonly configuration?: string;
    /** The command that makes the fixes of the report. */
    readonly fixCommand?: string;
}

/** Formats a report. The rules are those that may have been evaluated, for what a format prints about them. */
export type Formatter = (report: Report, rules: readonly DocumentedRule[], options: FormatOptions) => string;
