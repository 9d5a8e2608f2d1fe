import { testRule, unknown } from "../../src/api/testing";
import type { Client } from "../../src/core/client";
import rule from "../../src/rules/valid-analytics-configuration";

const noApplication = "analyticsConfiguration has neither applicationArn nor applicationId.";
const twoApplications = "analyticsConfiguration has both applicationArn and applicationId.";
const excluded = (member: string) => `analyticsConfiguration.${member} must not be set together with applicationArn.`;
const missing = (member: string) => `analyticsConfiguration.${member} is not set; applicationId requires it.`;
const notHexadecimal = (id: string) => `analyticsConfiguration.applicationId is "${id}"; it must consist of hexadecimal digits.`;
const notAnArn = (member: string, value: string) => `analyticsConfiguration.${member} is "${value}", which is not an ARN.`;

const APPLICATION = "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0a1b2c";
const ROLE = "arn:aws:iam::123456789012:role/analytics";
const SERVICE_LINKED = "arn:aws:iam::123456789012:role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp";
const BY_ID = { applicationId: "0a1b2c", externalId: "web", roleArn: ROLE };

const POOL = "eu-west-1_AbCdEfGhI";

/** A client of a user pool in eu-west-1. */
const client = (analyticsConfiguration: Client["analyticsConfiguration"]): Partial<Client> => ({
    userPoolId: POOL,
    analyticsConfiguration,
});

const arnOfLength = (length: number) => "arn:aws:iam:::".padEnd(length, "r");

testRule(rule, {
    accept: [
        { name: "no analytics", client: {} },
        { name: "only applicationArn", client: client({ applicationArn: APPLICATION }) },
        { name: "applicationId with externalId and roleArn", client: client(BY_ID) },
        { name: "userDataShared with applicationArn", client: client({ applicationArn: APPLICATION, userDataShared: true }) },
        { name: "userDataShared with applicationId", client: client({ ...BY_ID, userDataShared: true }) },
        {
            name: "the service-linked role with applicationArn",
            client: client({ applicationArn: APPLICATION, roleArn: SERVICE_LINKED }),
        },
        { name: "an ID in upper case", client: client({ ...BY_ID, applicationId: "0A1B2C" }) },
        {
            name: "an application in us-east-1 for a pool in another region",
            client: client({ applicationArn: APPLICATION.replace("eu-west-1", "us-east-1") }),
        },
        {
            name: "an application in the client's region if userPoolId is unknown",
            client: { userPoolId: unknown, region: "eu-west-1", analyticsConfiguration: { applicationArn: APPLICATION } },
        },
        {
            name: "any region if userPoolId contains no region",
            client: { userPoolId: "my-pool", analyticsConfiguration: { applicationArn: APPLICATION } },
        },
        { name: "any region if userPoolId is not set", client: { analyticsConfiguration: { applicationArn: APPLICATION } } },
        {
            name: "another partition",
            client: {
                userPoolId: "cn-north-1_AbCdEfGhI",
                analyticsConfiguration: { applicationArn: "arn:aws-cn:mobiletargeting:cn-north-1:123456789012:apps/0a1b2c" },
            },
        },
        { name: "an ARN of the minimum length", client: client({ ...BY_ID, roleArn: arnOfLength(20) }) },
        { name: "an ARN of the maximum length", client: client({ ...BY_ID, roleArn: arnOfLength(2048) }) },
        { name: "an empty external ID", client: client({ ...BY_ID, externalId: "" }) },
    ],
    unknown: [
        { name: "an unknown block", client: client(unknown), unknown: ["analyticsConfiguration"] },
        {
            name: "an unknown ARN, even with a known ID",
            client: client({ applicationArn: unknown, applicationId: "0a1b2c" }),
            unknown: ["analyticsConfiguration.applicationArn"],
        },
        {
            name: "an unknown ID",
            client: client({ applicationId: unknown, externalId: "web", roleArn: ROLE }),
            unknown: ["analyticsConfiguration.applicationId"],
        },
        {
            name: "an unknown external ID and role",
            client: client({ applicationId: "0a1b2c", externalId: unknown, roleArn: unknown }),
            unknown: ["analyticsConfiguration.externalId", "analyticsConfiguration.roleArn"],
        },
        {
            name: "an application whose user pool is unknown",
            client: { userPoolId: unknown, analyticsConfiguration: { applicationArn: APPLICATION } },
            unknown: ["userPoolId"],
        },
    ],
    reject: [
        { name: "an empty block", client: client({}), expect: [noApplication] },
        { name: "only userDataShared", client: client({ userDataShared: true }), expect: [noApplication] },
        { name: "a role without an application", client: client({ externalId: "web", roleArn: ROLE }), expect: [noApplication] },
        { name: "both an ARN and an ID", client: client({ ...BY_ID, applicationArn: APPLICATION }), expect: [twoApplications] },
        {
            name: "both an ARN and an ID, without reporting missing members",
            client: client({ applicationId: "0a1b2c", applicationArn: APPLICATION }),
            expect: [twoApplications],
        },
        {
            name: "an external ID and a role with applicationArn",
            client: client({ applicationArn: APPLICATION, externalId: "web", roleArn: ROLE }),
            expect: [excluded("externalId"), excluded("roleArn")],
        },
        {
            name: "an ID without an external ID and a role",
            client: client({ applicationId: "0a1b2c" }),
            expect: [missing("externalId"), missing("roleArn")],
        },
        {
            name: "an ID without a role",
            client: client({ applicationId: "0a1b2c", externalId: "web" }),
            expect: [missing("roleArn")],
        },
        {
            name: "a name instead of an ID",
            client: client({ ...BY_ID, applicationId: "webshop" }),
            expect: [notHexadecimal("webshop")],
        },
        {
            name: "an ID with an invalid last character",
            client: client({ ...BY_ID, applicationId: "0a1b2g" }),
            expect: [notHexadecimal("0a1b2g")],
        },
        {
            name: "an ID with an invalid first character",
            client: client({ ...BY_ID, applicationId: "g12" }),
            expect: [notHexadecimal("g12")],
        },
        {
            name: "an ID with a trailing line break",
            client: client({ ...BY_ID, applicationId: "0a1b\n" }),
            expect: [notHexadecimal("0a1b\\u{a}")],
        },
        { name: "an empty ID", client: client({ ...BY_ID, applicationId: "" }), expect: [notHexadecimal("")] },
        {
            name: "an ID instead of an ARN",
            client: client({ applicationArn: "0a1b2c" }),
            expect: [notAnArn("applicationArn", "0a1b2c")],
        },
        {
            name: "an ARN of less than the minimum length",
            client: client({ ...BY_ID, roleArn: arnOfLength(19) }),
            expect: [notAnArn("roleArn", arnOfLength(19))],
        },
        {
            name: "an ARN of more than the maximum length",
            client: client({ ...BY_ID, roleArn: arnOfLength(2049) }),
            expect: [notAnArn("roleArn", `arn:aws:iam:::${"r".repeat(65)}…${"r".repeat(40)}`)],
        },
        {
            name: "the ARN of a user pool instead of a role",
            client: client({ ...BY_ID, roleArn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/${POOL}` }),
            expect: ["analyticsConfiguration.roleArn is an ARN of the service cognito-idp; it must be an ARN of iam."],
        },
        {
            name: "the ARN of a role instead of an application",
            client: client({ applicationArn: ROLE }),
            expect: ["analyticsConfiguration.applicationArn is an ARN of the service iam; it must be an ARN of mobiletargeting."],
        },
        {
            name: "an application outside the region of the user pool",
            client: client({ applicationArn: APPLICATION.replace("eu-west-1", "eu-central-1") }),
            expect: [
                "analyticsConfiguration.applicationArn is in eu-central-1; it must be in eu-west-1, the user pool's region, or in us-east-1.",
            ],
        },
        {
            name: "an application outside the client's region if userPoolId is unknown",
            client: { userPoolId: unknown, region: "us-west-2", analyticsConfiguration: { applicationArn: APPLICATION } },
            expect: [
                "analyticsConfiguration.applicationArn is in eu-west-1; it must be in us-west-2, the user pool's region, or in us-east-1.",
            ],
        },
        {
            name: "a known member next to an unknown one",
            client: client({ applicationId: "webshop", externalId: unknown, roleArn: ROLE }),
            expect: [notHexadecimal("webshop")],
            unknown: ["analyticsConfiguration.externalId"],
        },
    ],
});
