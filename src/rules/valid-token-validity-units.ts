import { TOKENS, type Token, UNITS } from "../cognito/validity";
import { type Check, defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { enumerate, nearest } from "../util/wording";
import { suggest } from "./shared/suggestions";

const messages = {
    unknownUnit: (unit: string) => `is ${quoted(unit)}; it must be ${enumerate(UNITS, "or")}${suggest(nearest(unit, UNITS))}.`,
    unitWithoutValue: (token: Token, unit: string) =>
        `is ${quoted(unit)}, but ${token}Validity is not set; in this unit, its default is below the minimum.`,
    valueWithoutUnit: (token: Token) => `is not set; without it, Pulumi's provider reads ${token}Validity as 0 seconds.`,
};

/** The units in which the default number of each lifetime is below its minimum. */
const TOO_SMALL = ["seconds", "minutes"];

function checkUnit(token: Token): Check {
    return ({ tokenValidityUnits }, { report }) => {
        const unit = tokenValidityUnits?.[token];
        if (unit !== undefined && !UNITS.includes(unit)) report(`tokenValidityUnits.${token}`, messages.unknownUnit(unit));
    };
}

function checkUnitHasValue(token: Token): Check {
    return (client, { report }) => {
        const unit = TOO_SMALL.find(small => small === client.tokenValidityUnits?.[token]);
        if (unit && client[`${token}Validity`] === undefined) report(`tokenValidityUnits.${token}`, messages.unitWithoutValue(token, unit));
    };
}

function checkValueHasUnit(token: Token): Check {
    return (client, { report }) => {
        const { tokenValidityUnits } = client;
        if (tokenValidityUnits && tokenValidityUnits[token] === undefined && client[`${token}Validity`] !== undefined)
            report(`tokenValidityUnits.${token}`, messages.valueWithoutUnit(token));
    };
}

export default defineRule({
    name: "valid-token-validity-units",
    title: "Valid units of token lifetimes",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: "Units of token lifetimes must exist, and each lifetime needs its unit.",
    remediation: "Set each lifetime together with its unit.",
    standards: [],
    docs: {
        details:
            "The units are seconds, minutes, hours and days, in lower case; without tokenValidityUnits they are hours for access and ID tokens and days for refresh tokens. " +
            "If tokenValidityUnits lacks the unit of a lifetime that is set, Pulumi's provider reads this lifetime as 0 seconds and rejects it. " +
            'The rule also reports seconds or minutes without a lifetime: in them, the default number (1 for access and ID tokens, 30 for refresh tokens) is below the minimum of 5 or 60 minutes, and AWS has rejected such a client with "Invalid range for token validity".',
        sources: [
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [
            { client: { refreshTokenValidity: 7, tokenValidityUnits: { refreshToken: "day" } } },
            { client: { accessTokenValidity: 8, idTokenValidity: 30, tokenValidityUnits: { idToken: "minutes" } } },
        ],
        correct: [
            { client: { accessTokenValidity: 8, idTokenValidity: 30, tokenValidityUnits: { accessToken: "hours", idToken: "minutes" } } },
        ],
    },
    checks: [...TOKENS.map(checkUnit), ...TOKENS.map(checkUnitHasValue), ...TOKENS.map(checkValueHasUnit)],
});
