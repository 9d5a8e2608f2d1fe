import { defineRule } from "../core/rule";
import { duration } from "../util/wording";

/** Minutes, inclusive. */
const MIN = 3;
const MAX = 15;

const messages = {
    notWhole: (value: number) => `is ${value}; it must be a whole number of minutes.`,
    outOfRange: (minutes: number) => `is ${duration(minutes * 60)}; it must be between ${MIN} and ${MAX} minutes.`,
};

export default defineRule({
    name: "valid-auth-session-validity",
    title: "Valid authentication session duration",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: `The authentication session must last between ${MIN} and ${MAX} minutes, or the deployment fails.`,
    remediation: "Set authSessionValidity to whole minutes from 3 to 15, or leave it out for the default of 3.",
    standards: [],
    docs: {
        details: `The authentication session is the time that a user has to answer each challenge of a sign-in, such as a code from an authenticator app. Cognito accepts whole minutes from ${MIN} to ${MAX}; the default is ${MIN}.`,
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { authSessionValidity: 20 } }],
        correct: [{ client: { authSessionValidity: 5 } }],
    },
    checks: [
        ({ authSessionValidity: minutes }, { report }) => {
            if (minutes === undefined) return;
            if (!Number.isInteger(minutes)) report("authSessionValidity", messages.notWhole(minutes));
            else if (minutes < MIN || minutes > MAX) report("authSessionValidity", messages.outOfRange(minutes));
        },
    ],
});
