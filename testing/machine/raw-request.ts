import net from "node:net";

type Ending = { closedWithinMs: number } | { leaveAfterMs: number };

/**
 * Sends bytes as they are on a loopback port, for requests that no HTTP client would send.
 * @param ending the server must close the connection within a time, or this side leaves after one
 * @returns the bytes that came back, as text
 * @throws when the server has not closed in time
 */
export function sendRaw(port: number, text: string, ending: Ending = { closedWithinMs: 30_000 }): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text));
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const stillOpen = () => reject(new Error(`connexion toujours ouverte ; reçu : ${answer}`));
    const timer =
      "leaveAfterMs" in ending ? setTimeout(finish, ending.leaveAfterMs) : setTimeout(stillOpen, ending.closedWithinMs);
    socket.setEncoding("utf8");
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("end", finish);
    socket.on("error", finish);
  });
}
