import { parseArn } from "../cognito/arns";
import { regionOfPool } from "../cognito/user-pool-id";
import type { Client } from "../core/client";
import { type Check, defineRule } from "../core/rule";
import { quoted, value } from "../core/values";

/** The region of the application if Amazon Pinpoint is not available in the user pool's region. */
const FALLBACK_REGION = "us-east-1";

/** Part of the ARN of the service-linked role, which Cognito adds to applicationArn and a refresh writes to the state. */
const SERVICE_LINKED = ":role/aws-service-role/";

/** The members that applicationId requires and applicationArn excludes. */
const ID_MEMBERS = ["externalId", "roleArn"] as const;
type IdMember = (typeof ID_MEMBERS)[number];

const messages = {
    noApplication: () => "has neither applicationArn nor applicationId.",
    twoApplications: () => "has both applicationArn and applicationId.",
    excluded: () => "must not be set together with applicationArn.",
    missing: () => "is not set; applicationId requires it.",
    notHexadecimal: (id: string) => `is ${quoted(id)}; it must consist of hexadecimal digits.`,
    notAnArn: (text: string) => `is ${quoted(text)}, which is not an ARN.`,
    otherService: (found: string, wanted: string) => `is an ARN of the service ${value(found)}; it must be an ARN of ${wanted}.`,
    otherRegion: (found: string, wanted: string) =>
        `is in ${value(found)}; it must be in ${value(wanted)}, the user pool's region, or in ${FALLBACK_REGION}.`,
};

function checkExcluded(member: IdMember): Check {
    return ({ analyticsConfiguration: analytics }, { report }) => {
        if (analytics?.applicationArn === undefined || analytics.applicationId !== undefined) return;
        const text = analytics[member];
        if (text !== undefined && !text.includes(SERVICE_LINKED)) report(`analyticsConfiguration.${member}`, messages.excluded());
    };
}

function checkRequired(member: IdMember): Check {
    return ({ analyticsConfiguration: analytics }, { report }) => {
        if (analytics?.applicationId === undefined || analytics.applicationArn !== undefined) return;
        if (analytics[member] === undefined) report(`analyticsConfiguration.${member}`, messages.missing());
    };
}

function checkArn(member: "applicationArn" | "roleArn", service: string): Check {
    return ({ analyticsConfiguration: analytics }, { report }) => {
        const text = analytics?.[member];
        if (text === undefined) return;
        const arn = parseArn(text);
        if (!arn) report(`analyticsConfiguration.${member}`, messages.notAnArn(text));
        else if (arn.service !== service) report(`analyticsConfiguration.${member}`, messages.otherService(arn.service, service));
    };
}

/** Returns the region of the user pool, if the client has it. Reads userPoolId last, since it is often unknown. */
function regionOf(client: Client): string | undefined {
    return client.region ?? regionOfPool(client.userPoolId ?? "");
}

export default defineRule({
    name: "valid-analytics-configuration",
    title: "Valid analytics configuration",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "analyticsConfiguration must identify one Amazon Pinpoint application.",
    remediation: "Set applicationArn, or applicationId with externalId and roleArn.",
    standards: [],
    docs: {
        details:
            "Cognito accepts either applicationArn, or applicationId (hexadecimal digits) with externalId and roleArn; userDataShared can be added to both. " +
            "The ARNs have 20 to 2048 characters, applicationArn belongs to the service mobiletargeting (Amazon Pinpoint) and roleArn to iam, and the application is in the region of the user pool, or in us-east-1 if Amazon Pinpoint is not available there. " +
            "By default, a client has no analytics; Amazon Pinpoint ended on 30 October 2026.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsConfigurationType.html"],
    },
    examples: {
        incorrect: [
            { client: { analyticsConfiguration: { applicationId: "a1b2c3d4e5f64718a9b0c1d2e3f40516" } } },
            {
                client: {
                    region: "eu-west-1",
                    analyticsConfiguration: {
                        applicationArn: "arn:aws:mobiletargeting:eu-central-1:123456789012:apps/a1b2c3d4e5f64718a9b0c1d2e3f40516",
                    },
                },
            },
        ],
        correct: [
            {
                client: {
                    analyticsConfiguration: {
                        applicationId: "a1b2c3d4e5f64718a9b0c1d2e3f40516",
                        externalId: "shop-analytics",
                        roleArn: "arn:aws:iam::123456789012:role/shop-analytics",
                    },
                },
            },
            {
                client: {
                    region: "eu-west-1",
                    analyticsConfiguration: {
                        applicationArn: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a1b2c3d4e5f64718a9b0c1d2e3f40516",
                    },
                },
            },
        ],
    },
    checks: [
        ({ analyticsConfiguration: analytics }, { report }) => {
            if (!analytics) return;
            const { applicationArn, applicationId } = analytics;
            if (applicationArn === undefined && applicationId === undefined) report("analyticsConfiguration", messages.noApplication());
            if (applicationArn !== undefined && applicationId !== undefined) report("analyticsConfiguration", messages.twoApplications());
        },
        ...ID_MEMBERS.map(checkExcluded),
        ...ID_MEMBERS.map(checkRequired),
        ({ analyticsConfiguration: analytics }, { report }) => {
            const id = analytics?.applicationId;
            if (id !== undefined && !/^[0-9a-fA-F]+$/.test(id)) report("analyticsConfiguration.applicationId", messages.notHexadecimal(id));
        },
        checkArn("applicationArn", "mobiletargeting"),
        checkArn("roleArn", "iam"),
        (client, { report }) => {
            const arn = client.analyticsConfiguration?.applicationArn;
            const region = arn === undefined ? undefined : parseArn(arn)?.region;
            if (!region || region === FALLBACK_REGION) return;
            const wanted = regionOf(client);
            if (wanted !== undefined && region !== wanted)
                report("analyticsConfiguration.applicationArn", messages.otherRegion(region, wanted));
        },
    ],
});
