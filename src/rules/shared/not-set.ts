import { type Client, isSetToEmptyList, type ListProperty } from "../../core/client";

/** Says that an unset list is not set, or that it is written as []. */
export function notSet(client: Client, property: ListProperty): string {
    return isSetToEmptyList(client, property) ? "is empty, which Cognito treats as not set" : "is not set";
}
