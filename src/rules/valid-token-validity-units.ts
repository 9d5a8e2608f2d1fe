import { TOKENS, type Token, UNITS } from "../cognito/validity";
import { type Check, defineRule } from "../rule";
import { enumerate, nearest } from "../text";

const messages = {
    unknownUnit: (token: Token, unit: string) => {
        const meant = nearest(unit, UNITS);
        return `tokenValidityUnits.${token} is "${unit}"; ${meant ? `did you mean ${meant}?` : `Cognito takes ${enumerate(UNITS, "or")}.`}`;
    },
    unitWithoutValue: (token: Token, unit: string) =>
        `tokenValidityUnits.${token} is ${unit} and ${token}Validity is not set: Cognito's own number, read in ${unit}, is out of its range.`,
    valueWithoutUnit: (token: Token) =>
        `${token}Validity is set and tokenValidityUnits lacks ${token}, which Pulumi's provider then reads as 0 seconds.`,
};

/** In these, the number that Cognito takes for a value left out is below what it accepts. */
const TOO_SMALL = ["seconds", "minutes"];

const unitOf = (token: Token): Check =>
    function* ({ tokenValidityUnits }) {
        const unit = tokenValidityUnits?.[token];
        if (unit !== undefined && !UNITS.includes(unit)) yield messages.unknownUnit(token, unit);
    };

const unitHasValue = (token: Token): Check =>
    function* (client) {
        const unit = TOO_SMALL.find(small => small === client.tokenValidityUnits?.[token]);
        if (unit && client[`${token}Validity`] === undefined) yield messages.unitWithoutValue(token, unit);
    };

const valueHasUnit = (token: Token): Check =>
    function* (client) {
        const { tokenValidityUnits } = client;
        if (tokenValidityUnits && tokenValidityUnits[token] === undefined && client[`${token}Validity`] !== undefined)
            yield messages.valueWithoutUnit(token);
    };

export default defineRule({
    name: "valid-token-validity-units",
    level: "mandatory",
    severity: "medium",
    description: "Units of token lifetimes must be ones that Cognito knows and stand beside their values, or the deployment fails.",
    remediation: "Give each lifetime that is set its unit in tokenValidityUnits, and each unit its lifetime.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html",
    messages,
    checks: [...TOKENS.map(unitOf), ...TOKENS.map(unitHasValue), ...TOKENS.map(valueHasUnit)],
});
