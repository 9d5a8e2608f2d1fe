import { defineRule } from "../rule";

const messages = {
    set: () => "analyticsConfiguration is set.",
};

export default defineRule({
    name: "no-pinpoint-analytics",
    level: "advisory",
    severity: "medium",
    description: "Amazon Pinpoint ended on 30 October 2026: analytics sent to it reach nobody.",
    remediation: "Remove analyticsConfiguration; sign-in does not depend on it.",
    url: "https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html",
    messages,
    checks: [
        function* ({ analyticsConfiguration }) {
            if (analyticsConfiguration) yield messages.set();
        },
    ],
    fix: () => ({ analyticsConfiguration: undefined }),
});
