import type { Rule } from "../rule";
import noLegacyAuthFlows from "./no-legacy-auth-flows";
import noPinpointAnalytics from "./no-pinpoint-analytics";
import noSharedUserData from "./no-shared-user-data";
import requirePreventUserExistenceErrors from "./require-prevent-user-existence-errors";
import validAnalyticsConfiguration from "./valid-analytics-configuration";
import validAuthFlows from "./valid-auth-flows";
import validAuthSessionValidity from "./valid-auth-session-validity";
import validTokenValidity from "./valid-token-validity";
import validTokenValidityUnits from "./valid-token-validity-units";

/** Every rule, by name. */
export const rules: readonly Rule[] = [
    noLegacyAuthFlows,
    noPinpointAnalytics,
    noSharedUserData,
    requirePreventUserExistenceErrors,
    validAnalyticsConfiguration,
    validAuthFlows,
    validAuthSessionValidity,
    validTokenValidity,
    validTokenValidityUnits,
];
