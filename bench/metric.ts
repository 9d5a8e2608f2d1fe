/** A measured value and its limit. */
export interface Metric {
    readonly name: string;
    /** The value with its unit, and what it was computed from. */
    readonly result: string;
    readonly value: number;
    /** The highest value allowed; undefined for one that is only shown. */
    readonly limit?: number | undefined;
    /** The unit of the limit; ratios have none. */
    readonly unit?: "s" | "MB";
}

/** Compares two measured values of the same unit. */
export function ratio(name: string, [own, base]: readonly [number, number], limit: number, format: (value: number) => string): Metric {
    return { name, result: `${(own / base).toFixed(2)} (${format(own)} / ${format(base)})`, value: own / base, limit };
}
