import { AUTH_SESSION, isRejectedAuthSession } from "../cognito/validity";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { duration } from "../util/wording";

const { min: MIN, max: MAX } = AUTH_SESSION;

const messages = {
    notWhole: (minutes: number) => `is ${value(minutes)}; it must be a whole number of minutes.`,
    outOfRange: (minutes: number) => `is ${value(duration(minutes * 60))}; it must be between ${MIN} and ${MAX} minutes.`,
};

export default defineRule({
    name: "valid-auth-session-validity",
    title: "Valid authentication session duration",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: `The authentication session must last between ${MIN} and ${MAX} minutes.`,
    remediation: "Set whole minutes from 3 to 15, or leave it out for the default of 3.",
    standards: [],
    docs: {
        details: `The authentication session is the time that a user has to answer each challenge of a sign-in, such as a code from an authenticator app. Cognito accepts whole minutes from ${MIN} to ${MAX}; the default is ${AUTH_SESSION.default}.`,
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { authSessionValidity: 20 } }],
        correct: [{ client: { authSessionValidity: 5 } }],
    },
    checks: [
        (client, { report }) => {
            if (!isRejectedAuthSession(client)) return;
            const minutes = client.authSessionValidity as number;
            report("authSessionValidity", Number.isInteger(minutes) ? messages.outOfRange(minutes) : messages.notWhole(minutes));
        },
    ],
});
