/** What configurations of ESLint import: `import cognito from "pulumi-policy-aws-cognito/eslint"`. */
import { plugin } from "../eslint/plugin";

export = plugin;
