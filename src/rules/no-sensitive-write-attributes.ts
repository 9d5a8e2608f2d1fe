import { known } from "../client";
import { customName } from "../cognito/attributes";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    writable: (attributes: readonly string[]) => `writeAttributes has ${enumerate(attributes)}.`,
};

/** The words of a name in lower case: those of userRole are user and role. */
function wordsOf(name: string): string[] {
    const parted = name.replace(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu, "$& ");
    return parted.toLowerCase().split(/[^\p{L}]/u);
}

export default defineRule({
    name: "no-sensitive-write-attributes",
    level: "advisory",
    severity: "high",
    description: "Users must not be able to change an attribute that says what they may do: a client's access token is enough to do so.",
    remediation: "Leave such attributes out of writeAttributes, and have a server change them with AdminUpdateUserAttributes.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    options: {
        words: {
            type: "array",
            items: { type: "string", minLength: 1 },
            default: [
                "role",
                "roles",
                "admin",
                "tenant",
                "permission",
                "permissions",
                "privilege",
                "group",
                "groups",
                "scope",
                "entitlement",
                "account",
                "plan",
                "tier",
            ] as string[],
            description: "The words of which none may stand in the name of a custom attribute that users can change.",
        },
    },
    messages,
    checks: [
        function* ({ writeAttributes }, { words }) {
            const sensitive = words.map(word => word.toLowerCase());
            const writable = (yield* known(writeAttributes)).filter(attribute =>
                wordsOf(customName(attribute) ?? "").some(word => sensitive.includes(word)),
            );
            if (writable.length > 0) yield messages.writable(writable);
        },
    ],
});
