import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { didYouMean } from "../util/wording";
import { notSet } from "./shared/not-set";
import { quoteUrl } from "./shared/redirect-urls";

const messages = {
    noCallbackUrls: (uri: string, callbackUrls: string) => `is ${quoteUrl(uri)}, but callbackUrls ${callbackUrls}.`,
    notListed: (uri: string, suggestion?: string) => `is ${quoteUrl(uri)}, which is not in callbackUrls${hint(uri, suggestion)}.`,
};

/** Quotes leave out the parts of a URL that may be secret, and may hide the difference. */
function hint(uri: string, suggestion?: string): string {
    if (suggestion === undefined) return "";
    const quote = quoteUrl(suggestion);
    return quote === quoteUrl(uri) ? " (one of them differs only in case or a slash at the end)" : didYouMean(quote);
}

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
    description: "The default redirect URI must be one of the callback URLs, character for character.",
    remediation: "Use one of the callback URLs, or add it there.",
    standards: [],
    docs: {
        details:
            "Cognito uses defaultRedirectUri for sign-in requests without a redirect_uri to a client with one identity provider; by default it is not set. " +
            "It must be in callbackUrls with the same case, port and trailing slash, since Cognito compares URLs as text.",
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
            if (callbackUrls === undefined) report("defaultRedirectUri", messages.noCallbackUrls(uri, notSet(client, "callbackUrls")));
            else if (!has(callbackUrls, uri)) {
                const normalized = normalize(uri);
                const suggestion = callbackUrls.find(url => normalize(url) === normalized);
                report("defaultRedirectUri", messages.notListed(uri, suggestion));
            }
        },
    ],
});
