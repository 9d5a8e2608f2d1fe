import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { quoteUrl } from "./shared/redirect-urls";

const messages = {
    noCallbackUrls: (uri: string) => `is ${quoteUrl(uri)}, but callbackUrls is not set.`,
    notListed: (uri: string, suggestion?: string) =>
        `is ${quoteUrl(uri)}, which is not in callbackUrls${suggestion === undefined ? "." : `; did you mean ${quoteUrl(suggestion)}?`}`,
};

/** Removes differences that are easily overlooked: case, white space around the URL and a trailing slash. */
function normalize(url: string): string {
    return url.trim().toLowerCase().replace(/\/$/, "");
}

export default defineRule({
    name: "valid-default-redirect-uri",
    title: "Valid default redirect URI",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "The default redirect URI must be one of the callback URLs, character for character, or the deployment fails.",
    remediation: "Set defaultRedirectUri to one of the callback URLs, or add it to callbackUrls.",
    standards: [],
    docs: {
        details:
            "In a client with one identity provider, Cognito uses defaultRedirectUri for sign-in requests without a redirect_uri; by default it is not set. " +
            "It must be in callbackUrls with the same upper and lower case, port and trailing slash, since Cognito compares URLs as text.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            { client: { callbackUrls: ["https://shop.acme.dev/callback"], defaultRedirectUri: "https://shop.acme.dev/callback/" } },
        ],
        correct: [{ client: { callbackUrls: ["https://shop.acme.dev/callback"], defaultRedirectUri: "https://shop.acme.dev/callback" } }],
    },
    checks: [
        (client, { report }) => {
            const uri = client.defaultRedirectUri;
            if (!uri) return; // a provider reads an unset URI back as an empty text
            const { callbackUrls } = client;
            if (callbackUrls === undefined) report("defaultRedirectUri", messages.noCallbackUrls(uri));
            else if (!has(callbackUrls, uri)) {
                const suggestion = callbackUrls.find(url => normalize(url) === normalize(uri));
                report("defaultRedirectUri", messages.notListed(uri, suggestion));
            }
        },
    ],
});
