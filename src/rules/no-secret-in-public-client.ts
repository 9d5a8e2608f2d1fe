import { has } from "../client";
import { isCustom, quoteUrls, redirectUrls } from "../cognito/redirect-urls";
import { defineRule } from "../rule";

const messages = {
    implicit: () => "generateSecret is true, and allowedOauthFlows has implicit, a flow for apps without a secret.",
    onDevice: (urls: readonly string[]) => `generateSecret is true, and callbackUrls leads to an app on a device: ${quoteUrls(urls)}.`,
};

export default defineRule({
    name: "no-secret-in-public-client",
    level: "advisory",
    severity: "medium",
    description: "A client secret must not be in an app that runs in a browser or on a device, where anyone can read it.",
    remediation: "Leave generateSecret out, which replaces the client, or give that app a client of its own.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html",
    messages,
    checks: [
        function* (client) {
            if (client.generateSecret && has(client.allowedOauthFlows, "implicit")) yield messages.implicit();
        },
        function* (client) {
            if (!client.generateSecret) return;
            const urls = (yield* redirectUrls(client, "callbackUrls")).filter(isCustom);
            if (urls.length > 0) yield messages.onDevice(urls.map(({ text }) => text));
        },
    ],
});
