import { hostOf, isWebUrl, type RedirectUrl } from "../cognito/redirect-urls";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";
import { checkRedirectUrls, HOSTS_SCHEMA, hostMatcher, quoteUrls } from "./shared/redirect-urls";
import { asvs, rfc9700 } from "./shared/standards";

/** Hosts that show what is sent to them: OAuth clients, token decoders and request inspectors. */
const DEBUGGERS = [
    "oauth.pstmn.io", // Postman
    "www.getpostman.com", // Postman, before 2020
    "app.getpostman.com",
    "oauth.usebruno.com", // Bruno
    "www.thunderclient.com", // Thunder Client
    "hoppscotch.io",
    "oauthdebugger.com",
    "oidcdebugger.com",
    "openidconnect.net",
    "oauth.tools",
    "jwt.io",
    "jwt.ms",
    "webhook.site",
    "*.webhook.site",
    "*.pipedream.net",
    "*.requestcatcher.com",
];

/** Hosts that lead to the machine of a developer while a tunnel is open. Most names can go to other users later. */
const TUNNELS = [
    "*.ngrok.app",
    "*.ngrok.dev",
    "*.ngrok.io",
    "*.ngrok.pizza",
    "*.ngrok.pro",
    "*.ngrok-free.app",
    "*.ngrok-free.dev",
    "*.loca.lt", // localtunnel
    "*.lhr.life", // localhost.run
    "*.serveo.net",
    "*.serveousercontent.com", // Serveo
    "*.trycloudflare.com",
    "*.devtunnels.ms", // Visual Studio and Visual Studio Code
    "*.pinggy.link",
];

/** Hosts of development environments that exist for a session or a project. */
const ENVIRONMENTS = [
    "*.app.github.dev", // GitHub Codespaces
    "*.cloudworkstations.dev", // Google Cloud Workstations and Firebase Studio
    "*.gitpod.io",
    "*.csb.app", // CodeSandbox
    "*.stackblitz.io",
    "*.webcontainer.io", // StackBlitz
    "*.repl.co", // Replit, before 2024
    "*.replit.dev",
];

/** Hosts that redirect to the machine of a developer. */
const PROXIES = [
    "auth.expo.io", // deprecated since CVE-2023-28131
];

const KINDS = [
    { kind: "debugger", isOfKind: hostMatcher(DEBUGGERS) },
    { kind: "tunnel", isOfKind: hostMatcher(TUNNELS) },
    { kind: "development environment", isOfKind: hostMatcher(ENVIRONMENTS) },
    { kind: "proxy", isOfKind: hostMatcher(PROXIES) },
];

const messages = {
    development: (urls: readonly RedirectUrl[]) => `has a development host in ${quoteUrls(urls, noteKind)}.`,
};

function noteKind(url: RedirectUrl): string {
    const kind = kindOf(hostOf(url));
    return kind ? ` (${kind})` : "";
}

function kindOf(host = ""): string | undefined {
    return KINDS.find(({ isOfKind }) => isOfKind(host))?.kind;
}

function isDevelopment(
    url: RedirectUrl,
    { additionalHosts, allowedHosts }: { readonly additionalHosts: readonly string[]; readonly allowedHosts: readonly string[] },
): boolean {
    const host = isWebUrl(url) ? hostOf(url) : undefined;
    if (host === undefined || hostMatcher(allowedHosts)(host)) return false;
    return kindOf(host) !== undefined || hostMatcher(additionalHosts)(host);
}

export default defineRule({
    name: "no-development-redirect-hosts",
    title: "No development hosts in redirect URLs",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Redirect URLs must not send codes and tokens to development tools.",
    remediation: "Use a host of the app, or add it to allowedHosts.",
    standards: [rfc9700("2.1"), rfc9700("4.1"), asvs("10", "4.1")],
    options: {
        additionalHosts: { ...HOSTS_SCHEMA, description: "More hosts to report; *. at the start matches one or more labels." },
        allowedHosts: {
            ...HOSTS_SCHEMA,
            description: "Hosts to accept although the rule reports them; *. at the start matches one or more labels.",
        },
    },
    docs: {
        details:
            "The rule reports these hosts in https and http URLs of callbackUrls, logoutUrls and defaultRedirectUri; *. matches one or more labels:\n\n" +
            `- OAuth debuggers and other tools that show what is sent to them: ${enumerate(DEBUGGERS)};\n` +
            `- tunnels to the machine of a developer: ${enumerate(TUNNELS)};\n` +
            `- development environments that exist for a session or a project: ${enumerate(ENVIRONMENTS)};\n` +
            `- the proxy of Expo, which is deprecated since CVE-2023-28131: ${enumerate(PROXIES)}.\n\n` +
            "The host name of a tunnel or an environment can go to another user, who then receives authorization codes.",
        whenNotToUse: "Turn it off for development stacks, or add a host to the option allowedHosts.",
        sources: [
            "https://www.rfc-editor.org/rfc/rfc9700.html#section-4.1",
            "https://www.postman.com/.well-known/oauth/client-metadata.json",
            "https://ngrok.com/docs/domains",
            "https://blog.cloudflare.com/quick-tunnels-anytime-anywhere/",
            "https://publicsuffix.org/list/",
        ],
    },
    examples: {
        incorrect: [
            {
                client: {
                    callbackUrls: ["https://shop.acme.dev/callback", "https://oauth.pstmn.io/v1/callback"],
                },
            },
            { client: { callbackUrls: ["https://web.preview.acme.dev/callback"] }, options: { additionalHosts: ["*.preview.acme.dev"] } },
        ],
        correct: [
            { client: { callbackUrls: ["https://shop.acme.dev/callback"] } },
            { client: { callbackUrls: ["https://acme.ngrok.app/callback"] }, options: { allowedHosts: ["acme.ngrok.app"] } },
        ],
    },
    checks: checkRedirectUrls(isDevelopment, messages.development),
});
