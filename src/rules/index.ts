import { type DocumentedRule, pageUrl } from "../core/rule";
import { packageInfo } from "../util/package-info";
import limitAccessTokenValidity from "./limit-access-token-validity";
import limitAuthSessionValidity from "./limit-auth-session-validity";
import limitIdTokenValidity from "./limit-id-token-validity";
import limitOauthScopes from "./limit-oauth-scopes";
import limitRedirectHosts from "./limit-redirect-hosts";
import limitRefreshTokenValidity from "./limit-refresh-token-validity";
import matchAttributeMapping from "./match-attribute-mapping";
import matchCreationOrder from "./match-creation-order";
import matchIdentityProviders from "./match-identity-providers";
import matchLoadBalancer from "./match-load-balancer";
import matchManagedLogin from "./match-managed-login";
import matchPoolAttributes from "./match-pool-attributes";
import matchPoolTier from "./match-pool-tier";
import matchProviderMapping from "./match-provider-mapping";
import matchResourceServerScopes from "./match-resource-server-scopes";
import noCredentialsInRedirectUrls from "./no-credentials-in-redirect-urls";
import noDefaultSensitiveAttributes from "./no-default-sensitive-attributes";
import noDevelopmentRedirectHosts from "./no-development-redirect-hosts";
import noIgnoredOauthSettings from "./no-ignored-oauth-settings";
import noImplicitFlow from "./no-implicit-flow";
import noIneffectiveRefreshTokenRotation from "./no-ineffective-refresh-token-rotation";
import noJoinedValues from "./no-joined-values";
import noLegacyAuthFlows from "./no-legacy-auth-flows";
import noLocalhostRedirectUrls from "./no-localhost-redirect-urls";
import noMisspelledIdentityProviders from "./no-misspelled-identity-providers";
import noOpenSignUp from "./no-open-sign-up";
import noPasswordAuthFlows from "./no-password-auth-flows";
import noPinpointAnalytics from "./no-pinpoint-analytics";
import noPlaceholderRedirectUrls from "./no-placeholder-redirect-urls";
import noSecretInPublicClient from "./no-secret-in-public-client";
import noSensitiveWriteAttributes from "./no-sensitive-write-attributes";
import noSharedUserData from "./no-shared-user-data";
import noUnneededAuthFlows from "./no-unneeded-auth-flows";
import noUnsafeRedirectSchemes from "./no-unsafe-redirect-schemes";
import noUppercaseRedirectHosts from "./no-uppercase-redirect-hosts";
import noUserAdminScope from "./no-user-admin-scope";
import noWildcardRedirectUrls from "./no-wildcard-redirect-urls";
import requireAttributeVerification from "./require-attribute-verification";
import requireIdentityProvider from "./require-identity-provider";
import requireLogoutUrls from "./require-logout-urls";
import requireOpenidScope from "./require-openid-scope";
import requirePreventUserExistenceErrors from "./require-prevent-user-existence-errors";
import requireRefreshTokenRotation from "./require-refresh-token-rotation";
import requireTokenRevocation from "./require-token-revocation";
import requireWriteAttributes from "./require-write-attributes";
import validAnalyticsConfiguration from "./valid-analytics-configuration";
import validAttributes from "./valid-attributes";
import validAuthFlows from "./valid-auth-flows";
import validAuthSessionValidity from "./valid-auth-session-validity";
import validDefaultRedirectUri from "./valid-default-redirect-uri";
import validIdentityProviders from "./valid-identity-providers";
import validName from "./valid-name";
import validOauthFlows from "./valid-oauth-flows";
import validOauthScopes from "./valid-oauth-scopes";
import validRedirectUrls from "./valid-redirect-urls";
import validRefreshTokenRotation from "./valid-refresh-token-rotation";
import validTokenValidity from "./valid-token-validity";
import validTokenValidityUnits from "./valid-token-validity-units";
import validUserContextData from "./valid-user-context-data";
import validUserPoolId from "./valid-user-pool-id";

const { bugs } = packageInfo();

/** All rules, sorted by name. */
export const rules: readonly DocumentedRule[] = [
    limitAccessTokenValidity,
    limitAuthSessionValidity,
    limitIdTokenValidity,
    limitOauthScopes,
    limitRedirectHosts,
    limitRefreshTokenValidity,
    matchAttributeMapping,
    matchCreationOrder,
    matchIdentityProviders,
    matchLoadBalancer,
    matchManagedLogin,
    matchPoolAttributes,
    matchPoolTier,
    matchProviderMapping,
    matchResourceServerScopes,
    noCredentialsInRedirectUrls,
    noDefaultSensitiveAttributes,
    noDevelopmentRedirectHosts,
    noIgnoredOauthSettings,
    noImplicitFlow,
    noIneffectiveRefreshTokenRotation,
    noJoinedValues,
    noLegacyAuthFlows,
    noLocalhostRedirectUrls,
    noMisspelledIdentityProviders,
    noOpenSignUp,
    noPasswordAuthFlows,
    noPinpointAnalytics,
    noPlaceholderRedirectUrls,
    noSecretInPublicClient,
    noSensitiveWriteAttributes,
    noSharedUserData,
    noUnneededAuthFlows,
    noUnsafeRedirectSchemes,
    noUppercaseRedirectHosts,
    noUserAdminScope,
    noWildcardRedirectUrls,
    requireAttributeVerification,
    requireIdentityProvider,
    requireLogoutUrls,
    requireOpenidScope,
    requirePreventUserExistenceErrors,
    requireRefreshTokenRotation,
    requireTokenRevocation,
    requireWriteAttributes,
    validAnalyticsConfiguration,
    validAttributes,
    validAuthFlows,
    validAuthSessionValidity,
    validDefaultRedirectUri,
    validIdentityProviders,
    validName,
    validOauthFlows,
    validOauthScopes,
    validRedirectUrls,
    validRefreshTokenRotation,
    validTokenValidity,
    validTokenValidityUnits,
    validUserContextData,
    validUserPoolId,
].map(rule => ({ ...rule, url: pageUrl(rule.name), bugs }));
