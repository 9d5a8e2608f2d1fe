import { defineRule } from "../rule";

const messages = {
    off: () => "enableTokenRevocation is false.",
};

export default defineRule({
    name: "require-token-revocation",
    level: "advisory",
    severity: "medium",
    description: "It must be possible to revoke refresh tokens, or a stolen one stays good until it expires.",
    remediation: "Set enableTokenRevocation to true, or leave it out.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
    messages,
    checks: [
        function* ({ enableTokenRevocation }) {
            if (enableTokenRevocation === false) yield messages.off();
        },
    ],
    fix: () => ({ enableTokenRevocation: true }),
});
