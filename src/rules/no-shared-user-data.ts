import { defineRule } from "../core/rule";

const messages = {
    shared: () => "is true.",
};

export default defineRule({
    name: "no-shared-user-data",
    title: "No user data in Amazon Pinpoint",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "User data must not be sent to Amazon Pinpoint, which may store it in another AWS Region.",
    remediation: "Set userDataShared to false.",
    standards: [],
    docs: {
        details:
            "With userDataShared, Cognito adds user data to the events that it sends to Amazon Pinpoint; by default, it does not. " +
            "The data leaves the user pool, and its Region if the Pinpoint application is in us-east-1, the fallback for Regions without Pinpoint.",
        fix: "Sets analyticsConfiguration.userDataShared to false and keeps the rest of the block, so that events are still sent.",
        whenNotToUse: "Turn it off if users have agreed that their data is processed in Amazon Pinpoint.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html"],
    },
    examples: {
        incorrect: [
            {
                client: {
                    analyticsConfiguration: {
                        applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/4f1c0a9be2d7486f",
                        userDataShared: true,
                    },
                },
            },
        ],
        correct: [
            {
                client: {
                    analyticsConfiguration: {
                        applicationArn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/4f1c0a9be2d7486f",
                        userDataShared: false,
                    },
                },
            },
        ],
    },
    checks: [
        ({ analyticsConfiguration }, { report }) => {
            if (analyticsConfiguration?.userDataShared) report("analyticsConfiguration.userDataShared", messages.shared());
        },
    ],
    fix: () => ({ analyticsConfiguration: { userDataShared: false } }),
});
