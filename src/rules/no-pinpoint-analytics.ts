import { defineRule } from "../core/rule";

const messages = {
    ended: () => "sends data to Amazon Pinpoint, which ended on 30 October 2026.",
};

export default defineRule({
    name: "no-pinpoint-analytics",
    title: "No Amazon Pinpoint analytics",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Clients must not use Amazon Pinpoint, which AWS has ended.",
    remediation: "Remove analyticsConfiguration; sign-in does not depend on it.",
    standards: [],
    docs: {
        details:
            "analyticsConfiguration sends sign-in events to an Amazon Pinpoint application, and AWS ended support for Pinpoint and its analytics on 30 October 2026. " +
            "The rule reports any analyticsConfiguration; users sign in without it as before.",
        fix: "Removes analyticsConfiguration as a whole.",
        whenNotToUse: "Turn it off if you keep the block to leave existing clients unchanged.",
        sources: ["https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html"],
    },
    examples: {
        incorrect: [
            {
                client: {
                    name: "shop-web",
                    analyticsConfiguration: {
                        applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/4f1c7b0a9d2e4c5f8a6b3d1e0f9c8b7a",
                    },
                },
            },
        ],
        correct: [{ client: { name: "shop-web" } }],
    },
    checks: [
        ({ analyticsConfiguration }, { report }) => {
            if (analyticsConfiguration) report("analyticsConfiguration", messages.ended());
        },
    ],
    fix: () => ({ analyticsConfiguration: undefined }),
});
