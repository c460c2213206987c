import type { Issue } from "../../contract/error.ts";
import { isWeak, minSecretLength } from "../../contract/secret.ts";
import type { Environment } from "../../contract/wire.ts";
import { env } from "../../env.ts";
import { AppError } from "../../errors.ts";
import { checkHost, checkRules } from "./target-rules.ts";

/** @throws {AppError} invalid, naming the fields, when there is an issue */
export function throwIssues(issues: Issue[]): void {
  if (issues.length === 0) return;
  const message = issues.map((issue) => `${issue.path} ${issue.message}`).join(" ; ");
  throw new AppError("invalid", `Configuration refusée\u202f: ${message}.`, issues);
}

/** `secret` signs first. */
export type Target = {
  url: string;
  environment: Environment;
  secret: string | undefined;
  sendSecret: boolean;
  hasSecret: boolean;
};

export function weakness(secret: string | undefined, environment: Environment): Issue[] {
  const guards = environment === "production" || env().ENVIRONMENT === "production";
  if (!guards || secret === undefined || !isWeak({ text: secret })) return [];
  return [{ path: "secret", message: `demande au moins ${minSecretLength} caractères en production` }];
}

export function checkTarget(target: Target): void {
  const issues = [...checkRules(target), ...weakness(target.secret, target.environment)];
  // Without X-Webhook-Secret only a signature proves who sends.
  if (!target.sendSecret && target.environment === "production" && !target.hasSecret)
    issues.push({ path: "send_secret", message: "ne peut pas être coupé sans clé pour signer" });
  throwIssues(issues);
}

export async function checkReach({ url, environment }: Target): Promise<string | undefined> {
  const { issue, warning } = await checkHost(url, environment);
  throwIssues(issue ? [issue] : []);
  return warning;
}
