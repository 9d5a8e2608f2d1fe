import type { Client } from "../client";
import {
    hostOf,
    isWeb,
    quoteUrls,
    REDIRECT_PROPERTIES,
    type RedirectProperty,
    type RedirectUrl,
    redirectUrls,
    staysOnMachine,
    textsOf,
} from "../cognito/redirect-urls";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    otherHost: (property: RedirectProperty, urls: readonly string[], hosts: readonly string[]) =>
        `${property} has a host other than ${enumerate(hosts, "or")} in ${quoteUrls(urls)}.`,
};

function leadsElsewhere(url: RedirectUrl, hosts: readonly string[]): boolean {
    if (!isWeb(url) || staysOnMachine(url)) return false;
    const host = hostOf(url);
    return host === undefined || !hosts.some(name => matches(name, host));
}

/** Whether a host is the one that a name says; `*.` stands for one or more labels. */
function matches(name: string, host: string): boolean {
    const wanted = hostOf({ authority: name });
    return wanted?.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
}

export default defineRule({
    name: "limit-redirect-hosts",
    level: "mandatory",
    severity: "high",
    description: "Redirect URLs must lead to hosts of the organisation, because whoever owns a host gets the codes and tokens sent there.",
    remediation: "Use a host that is allowed, or have yours added to this policy's option hosts.",
    url: "https://cwe.mitre.org/data/definitions/183.html",
    options: {
        hosts: {
            type: "array",
            items: { type: "string", pattern: "^(\\*\\.)?[^*/@\\s]+$" },
            default: [] as string[],
            description: "The hosts that redirect URLs may have (*. at the start stands for one or more labels). None: any host.",
        },
    },
    messages,
    checks: REDIRECT_PROPERTIES.map(
        property =>
            function* (client: Client, { hosts }: { readonly hosts: readonly string[] }) {
                if (hosts.length === 0) return;
                const others = (yield* redirectUrls(client, property)).filter(url => leadsElsewhere(url, hosts));
                if (others.length > 0) yield messages.otherHost(property, textsOf(others), hosts);
            },
    ),
});
