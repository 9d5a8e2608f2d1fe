import type { Client } from "./client";
import type { Check, OptionSchemas, Options } from "./rule";
import { duration } from "./text";

type Validity = "accessTokenValidity" | "authSessionValidity" | "idTokenValidity" | "refreshTokenValidity";

/** What the rules say that limit how long something lasts, in seconds. */
export const messages = {
    tooLong: (property: Validity, seconds: number, max: number) => `${property} is ${duration(seconds)}; the limit is ${duration(max)}.`,
    tooLongUnset: (property: Validity, seconds: number, max: number) =>
        `${property} is not set, which means ${duration(seconds)}; the limit is ${duration(max)}.`,
};

/** A check that what a property sets lasts no longer than the options say, both in seconds; it is content with what is not to be told. */
export function limit<O extends OptionSchemas>(
    property: Validity,
    lasts: (client: Client) => number | undefined,
    maxOf: (options: Options<O>) => number,
): Check<O> {
    return function* (client, options) {
        const seconds = lasts(client);
        const max = maxOf(options);
        if (seconds === undefined || seconds <= max) return;
        yield messages[client[property] === undefined ? "tooLongUnset" : "tooLong"](property, seconds, max);
    };
}
