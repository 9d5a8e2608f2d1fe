import { isLocal, isLoopback, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { checkRedirectUrls, quoteUrls } from "./shared/redirect-urls";
import { rfc9700 } from "./shared/standards";

const messages = {
    local: (urls: readonly RedirectUrl[]) => `has a local address in ${quoteUrls(urls)}.`,
};

/** Whether an app that is installed on the user's machine can receive the redirect. */
function isNative(url: RedirectUrl): boolean {
    return url.scheme === "http" && isLoopback(url);
}

export default defineRule({
    name: "no-localhost-redirect-urls",
    title: "No localhost in redirect URLs",
    category: "security",
    level: "disabled",
    severity: "low",
    description: "Redirect URLs must not lead to the user's own machine, which is only for testing.",
    remediation: "Use another client for development, or set allowNative for an installed app.",
    standards: [rfc9700("2.6")],
    options: {
        allowNative: {
            type: "boolean",
            default: false,
            description: "Whether to accept http://localhost, http://127.0.0.1 and http://[::1], where an installed app can listen.",
        },
    },
    docs: {
        details:
            "The rule reports URLs of any scheme with the host localhost, a name below localhost, 127.0.0.0 to 127.255.255.255, [::1], [::] or 0.0.0.0 in callbackUrls, logoutUrls and defaultRedirectUri. " +
            "Any program on the user's machine that listens on the port receives the authorization codes. " +
            "The option allowNative accepts http://localhost, http://127.0.0.1 and http://[::1] with any port, which installed apps may need.",
        whenNotToUse: "Leave it disabled for development stacks.",
        sources: [
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "https://www.rfc-editor.org/rfc/rfc8252.html#section-7.3",
        ],
    },
    examples: {
        incorrect: [{ client: { callbackUrls: ["https://shop.acme.dev/callback", "http://localhost:3000/callback"] } }],
        correct: [
            { client: { callbackUrls: ["https://shop.acme.dev/callback"] } },
            { client: { callbackUrls: ["http://127.0.0.1:8080/callback"] }, options: { allowNative: true } },
        ],
    },
    checks: checkRedirectUrls<{ readonly allowNative: boolean }>(
        (url, { allowNative }) => isLocal(url) && !(allowNative && isNative(url)),
        messages.local,
    ),
});
