import { has } from "../client";
import { quoteUrl } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

const messages = {
    noCallbackUrls: (uri: string) => `defaultRedirectUri is ${quoteUrl(uri)}, and callbackUrls is not set.`,
    notListed: (uri: string, meant?: string) =>
        `defaultRedirectUri is ${quoteUrl(uri)}, which is not in callbackUrls${meant === undefined ? "." : `; did you mean ${quoteUrl(meant)}?`}`,
};

/** What is left of a URL without the differences that are easily overlooked. */
function gist(url: string): string {
    return url.trim().toLowerCase().replace(/\/$/, "");
}

export default defineRule({
    name: "valid-default-redirect-uri",
    level: "mandatory",
    severity: "high",
    description: "The default redirect URI must be one of the callback URLs, character for character, or the deployment fails.",
    remediation: "Set defaultRedirectUri to one of callbackUrls, or add it there.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* (client) {
            const uri = client.defaultRedirectUri;
            if (uri === undefined) return;
            if (client.callbackUrls === undefined) yield messages.noCallbackUrls(uri);
            else if (!has(client.callbackUrls, uri)) {
                const meant = client.callbackUrls.find(url => gist(url) === gist(uri));
                yield messages.notListed(uri, meant);
            }
        },
    ],
});
