import { type Client, NotKnown } from "../client";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const SETTINGS = ["allowedOauthFlows", "allowedOauthScopes", "callbackUrls", "logoutUrls", "defaultRedirectUri"] as const;

const messages = {
    ignored: (settings: readonly string[]) =>
        `${enumerate(settings)} ${settings.length === 1 ? "has" : "have"} no effect, because allowedOauthFlowsUserPoolClient is not true.`,
};

/** The settings that are known to be set; the others that may be are handed to the caller of the check. */
function* settingsOf(client: Client): Generator<NotKnown, string[]> {
    const set: string[] = [];
    for (const setting of SETTINGS) {
        try {
            if (client[setting] !== undefined) set.push(setting);
        } catch (error) {
            if (!(error instanceof NotKnown)) throw error;
            yield error;
        }
    }
    return set;
}

export default defineRule({
    name: "no-ignored-oauth-settings",
    level: "advisory",
    severity: "medium",
    description:
        "OAuth settings work only where allowedOauthFlowsUserPoolClient is true: Cognito stores them otherwise, and refuses sign-in.",
    remediation: "Set allowedOauthFlowsUserPoolClient to true, or remove the settings.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* (client) {
            if (client.allowedOauthFlowsUserPoolClient) return;
            const settings = yield* settingsOf(client);
            if (settings.length > 0) yield messages.ignored(settings);
        },
    ],
});
