import { PolicyPack } from "@pulumi/policy";
import { rules, toPolicy } from "pulumi-policy-aws-cognito/rules";
import requireTeamInName from "./require-team-in-name";

// Whatever AWS would refuse, and of the rest what we have agreed on.
const agreed = ["no-implicit-flow", "no-wildcard-redirect-urls", "require-prevent-user-existence-errors"];
const chosen = rules.filter(({ name }) => name.startsWith("valid-") || agreed.includes(name));

// Nobody here may use the implicit flow: for us that is no advice.
const ours = chosen.map(rule => (rule.name === "no-implicit-flow" ? { ...rule, level: "mandatory" as const } : rule));

new PolicyPack("shop-app-clients", { policies: [...ours, requireTeamInName].map(toPolicy) });
