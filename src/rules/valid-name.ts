import { defineRule } from "../rule";
import { enumerate } from "../text";

const MAX_LENGTH = 128;

const messages = {
    illegal: (name: string, characters: readonly string[]) =>
        `name is "${name}"; Cognito does not take ${enumerate(
            characters.map(character => `"${character}"`),
            "or",
        )} there.`,
    length: (length: number) => `name has ${length} characters; Cognito takes 1 to ${MAX_LENGTH}.`,
};

export default defineRule({
    name: "valid-name",
    level: "mandatory",
    severity: "medium",
    description: "The client's name must be made of the characters that Cognito accepts, or the deployment fails.",
    remediation: "Use letters and digits of ASCII, white space and _ + = , . @ - in name, or in the resource's own name where it has none.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ name = "" }) {
            const illegal = new Set(name.match(/[^\w\s+=,.@-]/gu));
            if (illegal.size > 0) yield messages.illegal(name, [...illegal]);
        },
        function* ({ name }) {
            if (name !== undefined && (name.length < 1 || name.length > MAX_LENGTH)) yield messages.length(name.length);
        },
    ],
});
