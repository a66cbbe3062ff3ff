// One file on its way to the server. XMLHttpRequest, because fetch does not tell how much was sent.

/** `error` has the shape that useErrorText reads; null when the connection broke. */
export class UploadError extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('upload failed');
    this.answer = answer;
  }
}

export interface Sending {
  runId: string;
  name: string;
  file: File;
  /** 0 to 1; at 1 the server still reads the contents. */
  onProgress(share: number): void;
}

export function sendFile({ runId, name, file, onProgress }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports/${runId}/files?name=${encodeURIComponent(name.slice(-255))}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 1),
    );
    request.addEventListener('load', () => {
      if (request.status === 200) resolve();
      else reject(new UploadError((request.response as { error?: unknown } | null)?.error));
    });
    request.addEventListener('error', () => reject(new UploadError(null)));
    request.addEventListener('abort', () => reject(new UploadError(null)));
    request.send(file);
  });
}
