import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";

const ends = new Set<string>();

const endOf = (address: string | undefined, port: number | undefined) => `${address?.replace(/^::ffff:/, "")} ${port}`;

/** Remembers the connections that this process opens. Call it once, before the first. */
export function rememberOwnSockets() {
  subscribe("net.client.socket", (message) => {
    const { socket } = message as { socket: unknown };
    if (!(socket instanceof Socket)) return;
    socket.once("connect", () => {
      const end = endOf(socket.localAddress, socket.localPort);
      ends.add(end);
      socket.once("close", () => ends.delete(end));
    });
  });
}

/** Tells that the other end of a connection is this very process: a deployment that sends to itself. */
export const isOwn = ({ remoteAddress, remotePort }: Socket): boolean => ends.has(endOf(remoteAddress, remotePort));
