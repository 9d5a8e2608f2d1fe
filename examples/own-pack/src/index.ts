import { PolicyPack } from "@pulumi/policy";
import { rules, toPolicy } from "pulumi-policy-aws-cognito/rules";
import requireTeamInName from "./require-team-in-name";

/** Besides the deployability rules, the team enforces these. */
const SELECTED = ["no-implicit-flow", "no-wildcard-redirect-urls", "require-prevent-user-existence-errors"];

const selected = rules.filter(({ name, category }) => category === "deployability" || SELECTED.includes(name));

// Mandatory in this pack, advisory by default.
const adjusted = selected.map(rule => (rule.name === "no-implicit-flow" ? { ...rule, level: "mandatory" as const } : rule));

new PolicyPack("shop-app-clients", { policies: [...adjusted, requireTeamInName].map(toPolicy) });
