import { hasCustomScheme, parseRedirectUrl, type RedirectUrl } from "../cognito/redirect-urls";
import { allOf, has, some } from "../core/properties";
import { defineRule } from "../core/rule";
import { quoteUrls, redirectUrls } from "./shared/redirect-urls";
import { cwe, rfc8252 } from "./shared/standards";

const messages = {
    implicit: () => 'is true, but allowedOauthFlows has "implicit", which is for apps without a secret.',
    onDevice: (urls: readonly RedirectUrl[]) => `is true, but callbackUrls has URLs of an app on a device: ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-secret-in-public-client",
    title: "No secret in public clients",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Apps in a browser or on a device must not have a secret: anyone can read it.",
    remediation: "Remove it (this replaces the client), or use another client for the app.",
    standards: [rfc8252("8.4"), rfc8252("8.5"), cwe(798)],
    docs: {
        details:
            "The rule reports a client with generateSecret if allowedOauthFlows has implicit, a flow for apps in a browser, or if callbackUrls has a custom scheme such as myapp://, which opens an app on the user's device. " +
            "Changing generateSecret replaces the client, which gets a new ID. " +
            "An import leaves out generateSecret, so the rule does not see that an imported client has a secret.",
        whenNotToUse: "Exempt clients that a server, which keeps the secret, shares with an app that cannot get a client of its own.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html"],
    },
    examples: {
        incorrect: [
            { client: { generateSecret: true, callbackUrls: ["dev.acme.shop:/callback"] } },
            { client: { generateSecret: true, allowedOauthFlows: ["implicit"] } },
        ],
        correct: [
            { client: { callbackUrls: ["dev.acme.shop:/callback"] } },
            { client: { generateSecret: true, callbackUrls: ["https://shop.acme.dev/callback"] } },
        ],
    },
    checks: [
        (client, { report }) => {
            const isPublic = allOf(
                () => client.generateSecret === true,
                () => has(client.allowedOauthFlows, "implicit"),
            );
            if (isPublic) report("generateSecret", messages.implicit());
        },
        (client, { report, filter }) => {
            const isPublic = allOf(
                () => client.generateSecret === true,
                () => some(client.callbackUrls, url => hasCustomScheme(parseRedirectUrl(url))),
            );
            if (isPublic) report("generateSecret", messages.onDevice(redirectUrls(client, "callbackUrls", filter).filter(hasCustomScheme)));
        },
    ],
});
