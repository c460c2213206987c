import { RequestFailed } from "./request.ts";

type Options = {
  headers: Record<string, string>;
  /** Called with what has left, from 0 to 1. */
  onProgress: (share: number) => void;
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends a form with a file, which `fetch` does without telling how far it is. @throws {RequestFailed} */
export function upload<T>(url: string, form: FormData, { headers, onProgress }: Options): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status } = request;
      const body = readJson(request.responseText);
      if (status >= 200 && status < 300) resolve(body as T);
      else reject(new RequestFailed(status, body));
    };
    request.onerror = () => reject(new RequestFailed(0, undefined));
    request.send(form);
  });
}
