import type { StageName, TestStage } from "../../contract/test-stages.ts";
import type { Phase } from "../../http-client/trace.ts";
import type { AttemptResult } from "../attempt/result.ts";
import type { EndpointConfig } from "../endpoints/config.ts";

const order: StageName[] = ["sign", "resolve", "connect", "tls", "answer"];
const stageOf: Record<Phase, StageName> = {
  dns: "resolve",
  connect: "connect",
  tls: "tls",
  answer: "answer",
  body: "answer",
};

function detailsOf(config: EndpointConfig, { path, status }: AttemptResult): Record<StageName, string> {
  const { hostname, host } = new URL(config.url);
  const count = config.secrets.length;
  const several = count > 1 ? ` par ${count} clés, la clé en cours d’abord` : "";
  const addresses = path.addresses.join(", ");
  return {
    sign: count === 0 ? "Aucun secret\u202f: le webhook part sans signature." : `Signé${several} (v1, HMAC-SHA256).`,
    resolve: path.timings.dnsMs === null ? `Sans DNS\u202f: ${addresses}.` : `${hostname}\u202f: ${addresses}.`,
    connect: `Connecté à ${path.remoteAddress ?? host}.`,
    tls: path.tlsVersion
      ? `${path.tlsVersion}, certificat de ${hostname} vérifié.`
      : "Sans TLS\u202f: l’adresse est en http:.",
    answer: `HTTP ${status}\u202f: le récepteur a accepté.`,
  };
}

function durations({ path: { timings }, durationMs }: AttemptResult, signMs: number): Record<StageName, number | null> {
  const { dnsMs, connectMs, tlsMs } = timings;
  const before = (dnsMs ?? 0) + (connectMs ?? 0) + (tlsMs ?? 0);
  return {
    sign: signMs,
    resolve: dnsMs ?? 0,
    connect: connectMs,
    tls: tlsMs,
    answer: Math.max(durationMs - before, 0),
  };
}

const cannotSign = ({ environment, secrets, hasSecret }: EndpointConfig) =>
  secrets.length === 0 && (hasSecret || environment === "production");

export function stagesOf(config: EndpointConfig, result: AttemptResult, signMs: number): TestStage[] {
  const failed = result.explanation && (cannotSign(config) ? "sign" : stageOf[result.path.phase]);
  const last = failed ? order.indexOf(failed) : order.length;
  const details = detailsOf(config, result);
  const times = durations(result, signMs);
  return order.map((name, index) => {
    if (index > last) return { name, status: "skipped", duration_ms: null, detail: null };
    if (index === last)
      return { name, status: "failed", duration_ms: times[name], detail: result.explanation?.message ?? null };
    const applies = name === "tls" ? result.path.tlsVersion !== null : name !== "sign" || config.secrets.length > 0;
    const duration_ms = applies ? times[name] : null;
    return { name, status: applies ? "done" : "skipped", duration_ms, detail: details[name] };
  });
}
