import { defineRule } from "../rule";

const messages = {
    unset: () => "preventUserExistenceErrors is not set, which means LEGACY.",
    notEnabled: (value: string) => `preventUserExistenceErrors is ${value}.`,
};

export default defineRule({
    name: "require-prevent-user-existence-errors",
    level: "mandatory",
    severity: "medium",
    description: "Sign-in errors must not tell a stranger which users exist.",
    remediation: "Set preventUserExistenceErrors to ENABLED.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
    messages,
    checks: [
        function* ({ preventUserExistenceErrors: value }) {
            if (value === undefined) yield messages.unset();
            else if (value !== "ENABLED") yield messages.notEnabled(value);
        },
    ],
    fix: () => ({ preventUserExistenceErrors: "ENABLED" }),
});
