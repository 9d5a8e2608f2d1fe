import { hasManagedLogin } from "../../cognito/clients";
import { isSignInFlow } from "../../cognito/oauth";
import type { ListProperty } from "../../core/client";
import { allOf } from "../../core/properties";
import type { Check } from "../../core/rule";
import { quoted } from "../../core/values";
import { enumerate } from "../../util/wording";
import { notSet } from "./not-set";

const messages = {
    missing: (state: string, flows: readonly string[]) => `${state}, but allowedOauthFlows has ${enumerate(flows.map(quoted))}.`,
};

/** Returns a check for a list that a client with managed login must set. */
export function requiredForManagedLogin(property: ListProperty): Check {
    return (client, { report, filter }) => {
        const isMissing = allOf(
            () => client[property] === undefined,
            () => hasManagedLogin(client),
        );
        if (isMissing) report(property, messages.missing(notSet(client, property), filter(client.allowedOauthFlows, isSignInFlow)));
    };
}
