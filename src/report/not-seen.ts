import { formatLocation } from "../stacks/positions/location";
import { countOf, enumerate } from "../util/wording";
import { clientKey, type Report } from "./report";

/** At most this many places are listed. */
const MAX_PLACES = 5;

/** Says what programs do not show, a sentence each: values that only a preview has, and resources that could not be read in full. */
export function describeNotSeen(report: Report): string[] {
    const { values, clients } = countUnknownValues(report);
    const computed = report.notSeen?.computed ?? [];
    const places = computed.slice(0, MAX_PLACES).map(formatLocation);
    const listed = computed.length > MAX_PLACES ? [...places, `${computed.length - MAX_PLACES} more`] : places;
    return [
        values === 0
            ? []
            : `${countOf(values, "value")} in ${countOf(clients, "client")} ${values === 1 ? "is" : "are"} known only in a preview: ` +
              "also check the output of `pulumi preview --json --show-sames`.",
        computed.length === 0
            ? []
            : `${countOf(computed.length, "resource")} could not be read in full, because the program computes the arguments: ${enumerate(listed)}.`,
    ].flat();
}

/** The number of values in programs that results depend on and that only a preview has, and of the clients that have them. */
export interface UnknownValues {
    readonly values: number;
    readonly clients: number;
}

export function countUnknownValues({ notSeen, unknown }: Report): UnknownValues {
    const programs = new Set(notSeen?.programs);
    const found = unknown.filter(({ file, urn }) => urn === undefined && programs.has(file));
    const values = new Set(found.map(result => `${clientKey(result)} ${result.property}`));
    return { values: values.size, clients: new Set(found.map(clientKey)).size };
}
