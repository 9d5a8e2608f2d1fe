/** What other policy packs import: `import { rules, toPolicy } from "pulumi-policy-aws-cognito/rules"`. */
export type { Client } from "../core/client";
export { type OwnedResources, resourcesWith, someResource } from "../core/owned-resources";
export { allOf, has, some, UnknownValueError } from "../core/properties";
export type { IdentityProvider, ResourceServer, UserPoolDomain } from "../core/resource-types";
export {
    type Category,
    type Check,
    type ClientRule,
    type Context,
    defineRule,
    type Example,
    type OptionSchema,
    type Options,
    type Patch,
    type PropertyPath,
    type Rule,
    type StackCheck,
    type StackContext,
    type StackRule,
    type Standard,
} from "../core/rule";
export type { ClientResource, Pool } from "../core/user-pools";
export { quoted, value } from "../core/values";
export { toPolicy } from "../pulumi/policy";
export { rules } from "../rules";
