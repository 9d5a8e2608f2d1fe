import { defineRule } from "../rule";

const messages = {
    shared: () => "analyticsConfiguration.userDataShared is true.",
};

export default defineRule({
    name: "no-shared-user-data",
    level: "advisory",
    severity: "medium",
    description: "User attributes must not leave Cognito for Amazon Pinpoint, which may hold them in another region.",
    remediation: "Set userDataShared to false.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html",
    messages,
    checks: [
        function* ({ analyticsConfiguration }) {
            if (analyticsConfiguration?.userDataShared) yield messages.shared();
        },
    ],
    fix: () => ({ analyticsConfiguration: { userDataShared: false } }),
});
