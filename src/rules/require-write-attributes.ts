import { defineRule } from "../rule";

const messages = {
    unset: () => "writeAttributes is not set, which means every standard attribute.",
};

export default defineRule({
    name: "require-write-attributes",
    level: "disabled",
    severity: "medium",
    description: "A client must say which attributes its users may change, or they may change each standard one, email included.",
    remediation: "List in writeAttributes those that users may change through this app, the required ones of the pool among them.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    messages,
    checks: [
        function* ({ writeAttributes }) {
            if (writeAttributes === undefined) yield messages.unset();
        },
    ],
});
