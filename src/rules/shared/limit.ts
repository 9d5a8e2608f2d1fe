import type { Client } from "../../core/client";
import { allOf } from "../../core/properties";
import type { Check, OptionSchemas, Options } from "../../core/rule";
import { value } from "../../core/values";
import { duration } from "../../util/wording";

type Validity = "accessTokenValidity" | "authSessionValidity" | "idTokenValidity" | "refreshTokenValidity";

const messages = {
    tooLong: (seconds: number, max: number) => `is ${value(duration(seconds))}; the limit is ${duration(max)}.`,
    defaultTooLong: (seconds: number, max: number) => `is not set; the default is ${duration(seconds)} and the limit is ${duration(max)}.`,
};

/**
 * Returns a check for a maximum duration. The check passes if the duration cannot be determined.
 *
 * @param durationOf returns the duration in seconds
 * @param maximumOf returns the maximum in seconds
 * @param exceptions tests for clients that the limit is not for, and for durations that AWS rejects, which other rules report
 */
export function checkMaximumDuration<O extends OptionSchemas>(
    property: Validity,
    durationOf: (client: Client) => number | undefined,
    maximumOf: (options: Options<O>) => number,
    exceptions: readonly ((client: Client) => boolean)[],
): Check<O> {
    return (client, { options, report }) => {
        const max = maximumOf(options);
        const isTooLong = allOf(() => (durationOf(client) ?? 0) > max, ...exceptions.map(isException => () => !isException(client)));
        if (!isTooLong) return;
        const seconds = durationOf(client) as number;
        report(property, client[property] === undefined ? messages.defaultTooLong(seconds, max) : messages.tooLong(seconds, max));
    };
}
