import rule from "../../src/rules/valid-name";
import { testRule, unknown } from "../harness";

const { illegal, length } = rule.messages;

testRule(rule, {
    accept: [
        { why: "no name, which Pulumi then makes up", client: {} },
        { why: "a name as Pulumi makes it up", client: { name: "web-1a2b3c4" } },
        { why: "every kind of character", client: { name: "Shop_2 +=,.@-\t\n" } },
        { why: "the shortest", client: { name: "a" } },
        { why: "the longest", client: { name: "a".repeat(128) } },
        { why: "a number", client: { name: 42 as never } },
    ],
    reject: [
        { why: "the empty name", client: { name: "" }, expect: [length(0)] },
        {
            why: "a character too many",
            client: { name: "a".repeat(129) },
            expect: ["name has 129 characters; Cognito takes 1 to 128."],
        },
        {
            why: "a slash and an exclamation mark",
            client: { userPoolId: unknown, name: "app/prod!" },
            expect: ['name is "app/prod!"; Cognito does not take "/" or "!" there.'],
        },
        { why: "a character once, however often it is there", client: { name: "a:b:c" }, expect: [illegal("a:b:c", [":"])] },
        { why: "the first character", client: { name: "#shop" }, expect: [illegal("#shop", ["#"])] },
        { why: "letters outside ASCII", client: { name: "Müller" }, expect: [illegal("Müller", ["ü"])] },
        { why: "Japanese", client: { name: "アプリ" }, expect: [illegal("アプリ", ["ア", "プ", "リ"])] },
        { why: "an emoji, as one character", client: { name: "shop 🛒" }, expect: [illegal("shop 🛒", ["🛒"])] },
        { why: "parentheses", client: { name: "shop (web)" }, expect: [illegal("shop (web)", ["(", ")"])] },
        {
            why: "both a character and the length",
            client: { name: `${"a".repeat(128)}!` },
            expect: [illegal(`${"a".repeat(128)}!`, ["!"]), length(129)],
        },
    ],
    undecided: [{ why: "a name not known yet", client: { name: unknown }, on: ["name"] }],
});
