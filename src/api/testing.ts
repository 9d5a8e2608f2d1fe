/** What tests of other packs import: `import { testRule } from "pulumi-policy-aws-cognito/testing"`. */
export { type RuleTests, testRule, unknown } from "../testing/test-rule";
export {
    client,
    identityProvider,
    listener,
    managedLoginBranding,
    pool,
    resourceServer,
    type StackRuleTests,
    type TestStack,
    testStackRule,
    userPoolDomain,
} from "../testing/test-stack-rule";
