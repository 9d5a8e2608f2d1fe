/** What another policy pack takes from this one: `import { rules, toPolicy } from "pulumi-policy-aws-cognito/rules"`. */
export { type Client, has, known, NotKnown, some } from "./client";
export { toPolicy } from "./policy";
export { type Check, defineRule, defineStackRule, type OptionSchema, type Options, type Patch, type Rule } from "./rule";
export { rules } from "./rules";
export { type ClientOfPool, holds, type IdentityProvider, type Pool, type ResourceServer } from "./stack";
