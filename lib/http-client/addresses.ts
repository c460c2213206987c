import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** `loopback` is this machine alone, `public` the Internet and the private hosts, addresses and CIDRs of `allowed`. */
export type Reach = { only: "loopback" } | { only: "public"; allowed?: string[] };

/** Cloud metadata services hand out credentials: they are never allowed. */
const metadata = new Set(
  [
    "169.254.169.254",
    "169.254.170.2",
    "169.254.170.23",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
  ].map((text) => ipaddr.parse(text).toNormalizedString()),
);

const globalUnicast = ipaddr.parseCIDR("2000::/3");
const documentation = ["3fff::/20", "2001:db8::/32"].map((range) => ipaddr.parseCIDR(range));

/**
 * Extracts the IPv4 addresses that an IPv6 address may lead to: mapped, compatible, translated (NAT64 /96, ISATAP) in the
 * last four bytes, which Teredo inverts; 6to4 in the second to fifth; NAT64 of /48 around the eighth (RFC 6052).
 */
function embeddedIPv4(address: Address): Address[] {
  if (address.kind() === "ipv4") return [];
  const bytes = address.toByteArray();
  const last = bytes.slice(12);
  const inverted = last.map((byte) => byte ^ 0xff);
  const local = [6, 7, 9, 10].map((index) => bytes[index] ?? 0);
  return [last, inverted, bytes.slice(2, 6), local].map((four) => ipaddr.fromByteArray(four));
}

function within(address: Address, range: [Address, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}

function isPublic(address: Address): boolean {
  if (address.range() !== "unicast") return false;
  if (address.kind() === "ipv4") return true;
  return within(address, globalUnicast) && !documentation.some((range) => within(address, range));
}

function isListed(address: Address, entry: string): boolean {
  if (ipaddr.isValidCIDR(entry)) return within(address, ipaddr.parseCIDR(entry));
  return ipaddr.isValid(entry) && ipaddr.parse(entry).toNormalizedString() === address.toNormalizedString();
}

export function ipLiteral(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return ipaddr.isValid(bare) ? bare : undefined;
}

/** `localhost` and its subdomains are this machine whatever a resolver says (RFC 6761). */
export const isLocalhost = (hostname: string) => /^(?:.+\.)?localhost\.?$/i.test(hostname);

/** Decides on an address of `hostname`. Only plain global unicast is public: anything special is refused. */
export function mayDial(text: string, hostname: string, reach: Reach): boolean {
  // Compared without its zone: `fe80::1%eth0` is `fe80::1`.
  const address = ipaddr.parse(text.replace(/%.*$/, ""));
  if ([address, ...embeddedIPv4(address)].some((one) => metadata.has(one.toNormalizedString()))) return false;
  if (reach.only === "loopback") return address.range() === "loopback";
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const allowed = reach.allowed?.some((entry) => entry.toLowerCase() === host || isListed(address, entry));
  return allowed || isPublic(address);
}
