import type { Client } from "../../core/client";
import type { Check, OptionSchemas, Options } from "../../core/rule";
import { duration } from "../../util/wording";

type Validity = "accessTokenValidity" | "authSessionValidity" | "idTokenValidity" | "refreshTokenValidity";

const messages = {
    tooLong: (seconds: number, max: number) => `is ${duration(seconds)}; the limit is ${duration(max)}.`,
    defaultTooLong: (seconds: number, max: number) => `is not set; the default is ${duration(seconds)} and the limit is ${duration(max)}.`,
};

/** Returns a check for a maximum duration. Both functions return seconds; the check passes if the duration cannot be determined. */
export function maximumDuration<O extends OptionSchemas>(
    property: Validity,
    durationOf: (client: Client) => number | undefined,
    maximumOf: (options: Options<O>) => number,
): Check<O> {
    return (client, { options, report }) => {
        const seconds = durationOf(client);
        const max = maximumOf(options);
        if (seconds === undefined || seconds <= max) return;
        report(property, client[property] === undefined ? messages.defaultTooLong(seconds, max) : messages.tooLong(seconds, max));
    };
}
