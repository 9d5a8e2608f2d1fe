import { defineRule } from "../core/rule";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";

const MAX_LENGTH = 128;

/** The API reads the pattern as Java does, in which \w and \s are ASCII; in JavaScript, \s is not. Source: ClientNameType in the API model. */
const INVALID = /[^\w \t-\r+=,.@-]/gu;

const messages = {
    invalidCharacters: (name: string, characters: readonly string[]) =>
        `is ${quoted(name)}; it must not contain ${enumerate(characters.map(quoted), "or")}.`,
    length: (length: number) => `has ${value(length)} characters; it must have 1 to ${MAX_LENGTH}.`,
};

export default defineRule({
    name: "valid-name",
    title: "Valid client name",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: `The client's name must have 1 to ${MAX_LENGTH} characters that Cognito accepts.`,
    remediation: "Use ASCII letters, digits, spaces and _ + = , . @ - (also in the resource's name).",
    standards: [],
    docs: {
        details:
            `Cognito accepts 1 to ${MAX_LENGTH} characters: ASCII letters and digits, ASCII white space and \`_ + = , . @ -\`; a no-break space is not among them. ` +
            "If name is not set, Pulumi generates it from the name of the resource and a random suffix. " +
            "Pulumi's provider accepts any name with at least one of these characters, so AWS rejects an invalid name only during the update.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { name: "shop/web" } }],
        correct: [{ client: { name: "shop-web" } }],
    },
    checks: [
        ({ name = "" }, { report }) => {
            const invalid = new Set(name.match(INVALID));
            if (invalid.size > 0) report("name", messages.invalidCharacters(name, [...invalid]));
        },
        ({ name }, { report }) => {
            if (name !== undefined && (name.length < 1 || name.length > MAX_LENGTH)) report("name", messages.length(name.length));
        },
    ],
});
