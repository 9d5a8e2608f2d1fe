import { inEachProperty, isLoopback, quoteUrls, type RedirectProperty, type RedirectUrl, staysOnMachine } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

const messages = {
    local: (property: RedirectProperty, urls: readonly string[]) => `${property} leads to the user's own machine in ${quoteUrls(urls)}.`,
};

/** Where an app installed on the user's machine listens for the answer. */
function isNative(url: RedirectUrl): boolean {
    return url.scheme === "http" && isLoopback(url);
}

export default defineRule({
    name: "no-localhost-redirect-urls",
    level: "disabled",
    severity: "low",
    description: "Redirect URLs must not lead to the user's own machine, because Cognito offers that for tests only.",
    remediation: "Give development a client of its own, or set the option allowNative for an app installed on the user's machine.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    options: {
        allowNative: {
            type: "boolean",
            default: false,
            description: "Whether http://localhost, http://127.0.0.1 and http://[::1] pass, on which an installed app may listen.",
        },
    },
    messages,
    checks: inEachProperty<{ allowNative: boolean }>(
        messages.local,
        (url, { allowNative }) => staysOnMachine(url) && !(allowNative && isNative(url)),
    ),
});
