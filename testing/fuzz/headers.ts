import fc from "fast-check";

const json = { "Content-Type": "application/json" };
const now = Math.floor(Date.now() / 1000);

export const headersWith = (token: string, secret: string) => {
  const known = fc.constantFrom<Record<string, string>>(
    ...[json, json, { "Content-Type": "text/plain" }, { "Content-Type": "multipart/form-data; boundary=x" }],
    ...[{ "Content-Encoding": "gzip" }, { Expect: "100-continue" }, { Expect: "x" }, { TE: "trailers" }],
    ...[
      { Connection: "Upgrade", Upgrade: "websocket" },
      { Connection: "Upgrade", Upgrade: "h2c" },
      { Range: "bytes=0-1" },
    ],
    ...[{ RSC: "1" }, { "Next-Router-Prefetch": "1" }, { "Next-Router-State-Tree": "%" }, { "Next-Action": "x" }],
    ...[
      { "x-middleware-subrequest": "proxy:proxy" },
      { "x-nextjs-data": "1" },
      { "Next-Resume": "1" },
      { "x-matched-path": "/" },
    ],
    ...[
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site" },
      { "X-Forwarded-For": "1.2.3.4" },
      { "X-Forwarded-Host": "%" },
    ],
    ...[
      { Cookie: "a=b; ".repeat(500) },
      { "If-None-Match": "*" },
      { Accept: "text/event-stream" },
      { "Last-Event-ID": "x" },
    ],
    ...[
      { "Idempotency-Key": "x".repeat(300) },
      { "webhook-id": "é" },
      { "X-Webhook-Secret": secret },
      { "X-Webhook-Secret": "x" },
    ],
    ...[
      { "webhook-id": "a", "webhook-timestamp": String(now), "webhook-signature": "v1,x" },
      { Host: "" },
      { Host: "a b" },
    ],
  );
  const free = fc
    .tuple(fc.stringMatching(/^[A-Za-z-]{1,20}$/), fc.string({ maxLength: 60 }))
    .map(([name, value]) => ({ [name]: value }));
  const door = fc.constantFrom<Record<string, string>>(
    ...Array(4).fill({ Authorization: `Bearer ${token}` }),
    ...[
      {},
      { Authorization: "Bearer x" },
      { Authorization: "Basic %%%" },
      { Authorization: `Basic ${btoa(`x:${token}`)}` },
    ],
  );
  return fc
    .tuple(door, fc.array(fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: free }), { maxLength: 4 }))
    .map(([first, others]) => [first, ...others].flatMap((one) => Object.entries(one)));
};
