import type { Issue } from "../../contract/error.ts";
import type { Environment } from "../../contract/wire.ts";
import { AppError } from "../../errors.ts";
import { checkHost, checkRules } from "./target-rules.ts";

/** @throws {AppError} invalid, naming the fields, when there is an issue */
export function throwIssues(issues: Issue[]): void {
  if (issues.length === 0) return;
  const message = issues.map((issue) => `${issue.path} ${issue.message}`).join(" ; ");
  throw new AppError("invalid", `Configuration refusée\u202f: ${message}.`, issues);
}

export type Target = { url: string; environment: Environment; hasSecret: boolean; sendSecret: boolean };

/** Checks the rules that need no network. @throws {AppError} invalid */
export function checkTarget(target: Target): void {
  const issues = checkRules(target);
  // Without X-Webhook-Secret only a signature proves who sends.
  if (!target.sendSecret && target.environment === "production" && !target.hasSecret)
    issues.push({ path: "send_secret", message: "ne peut pas être coupé sans clé pour signer" });
  throwIssues(issues);
}

/** Resolves a target's host. @returns a warning when it does not resolve yet. @throws {AppError} invalid */
export async function checkReach({ url, environment }: Target): Promise<string | undefined> {
  const { issue, warning } = await checkHost(url, environment);
  throwIssues(issue ? [issue] : []);
  return warning;
}
