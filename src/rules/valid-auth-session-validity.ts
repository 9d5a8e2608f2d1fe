import { defineRule } from "../rule";
import { duration } from "../text";

/** Minutes, inclusive. */
const MIN = 3;
const MAX = 15;

const messages = {
    notWhole: (value: number) => `authSessionValidity is ${value}; Cognito takes whole minutes.`,
    outOfRange: (minutes: number) => `authSessionValidity is ${duration(minutes * 60)}; Cognito takes ${MIN} to ${MAX} minutes.`,
};

export default defineRule({
    name: "valid-auth-session-validity",
    level: "mandatory",
    severity: "medium",
    description: "The time to answer a sign-in challenge must be within what Cognito accepts, or the deployment fails.",
    remediation: "Set authSessionValidity to whole minutes from 3 to 15, or leave it out for 3.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ authSessionValidity: minutes }) {
            if (minutes === undefined) return;
            if (!Number.isInteger(minutes)) yield messages.notWhole(minutes);
            else if (minutes < MIN || minutes > MAX) yield messages.outOfRange(minutes);
        },
    ],
});
