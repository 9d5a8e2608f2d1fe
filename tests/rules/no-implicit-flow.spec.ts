import rule from "../../src/rules/no-implicit-flow";
import { testRule, unknown } from "../harness";

const { implicit } = rule.messages;

testRule(rule, {
    accept: [
        { why: "no flows", client: {} },
        { why: "an empty list", client: { allowedOauthFlows: [] } },
        { why: "the other flows", client: { allowedOauthFlows: ["code", "client_credentials"], generateSecret: true } },
        { why: "another case, which valid-oauth-flows reports", client: { allowedOauthFlows: ["Implicit"] } },
    ],
    reject: [
        { why: "the flow alone, which it leaves as it is", client: { allowedOauthFlows: ["implicit"] }, expect: [implicit(false)] },
        {
            why: "the flow beside code",
            client: { allowedOauthFlows: ["implicit", "code"] },
            expect: ["allowedOauthFlows has implicit."],
            fixed: { allowedOauthFlows: ["code"] },
        },
        {
            why: "the flow twice, once",
            client: { allowedOauthFlows: ["implicit", "code", "implicit"], generateSecret: false },
            expect: [implicit(false)],
            fixed: { allowedOauthFlows: ["code"] },
        },
        {
            why: "the flow beside a service's, which it leaves as it is",
            client: { allowedOauthFlows: ["implicit", "client_credentials"] },
            expect: [implicit(false)],
        },
        {
            why: "the flow of a client with a secret",
            client: { allowedOauthFlows: ["implicit"], generateSecret: true },
            expect: ["allowedOauthFlows has implicit. It never asks for the client secret that generateSecret makes."],
        },
        {
            why: "the flow of a client whose secret is not known yet",
            client: { allowedOauthFlows: ["code", "implicit"], generateSecret: unknown },
            expect: [implicit(false)],
            fixed: { allowedOauthFlows: ["code"] },
        },
        {
            why: "the flow of a client whose secret is of the wrong type",
            client: { allowedOauthFlows: ["implicit"], generateSecret: "yes" as never },
            expect: [implicit(false)],
        },
        {
            why: "the flow beside one not known yet, and leaves the list as it is",
            client: { allowedOauthFlows: ["code", "implicit", unknown] },
            expect: [implicit(false)],
        },
    ],
    undecided: [
        { why: "flows not known yet", client: { allowedOauthFlows: unknown }, on: ["allowedOauthFlows"] },
        { why: "a flow not known yet", client: { allowedOauthFlows: ["code", unknown] }, on: ["allowedOauthFlows[1]"] },
        {
            why: "flows not known yet, of a client with a secret",
            client: { allowedOauthFlows: unknown, generateSecret: true },
            on: ["allowedOauthFlows"],
        },
    ],
});
