// A register file as a raw body: refused before its first byte is read unless it comes from the product's own page.

import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { logUnavailable, toTrpcError, toWireError } from '#api/trpc.ts';
import type { Context } from '#domain/context.ts';
import { toDomainError } from '#domain/database-errors.ts';
import { DomainError, isDomainError } from '#domain/errors.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { FileName, ImportId, maxFileBytes } from '#domain/imports/schema.ts';
import { comesFromElsewhere } from '#wiring/request-origin.ts';

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

export interface Upload {
  runId: string;
  baseUrl: string;
  /** Acts as whoever sends the file. */
  caller(): Promise<Context>;
  /** For what goes wrong before it is known who sends it. */
  context: Context;
  /** Only tests need a smaller limit. */
  maxBytes?: number;
}

/** Answers `{fileId, size, rows, refusal}`, or `{error}` with the same shape as the rest of the API. */
export async function uploadImportFile(
  request: Request,
  { runId, baseUrl, caller, context, maxBytes = maxFileBytes }: Upload,
): Promise<Response> {
  try {
    if (comesFromElsewhere(request, baseUrl)) throw new DomainError('forbidden', 'forbidden');
    const name = FileName.safeParse(new URL(request.url).searchParams.get('name'));
    if (!name.success || !ImportId.safeParse({ runId }).success)
      throw new DomainError('invalid', 'invalidInput');
    if (Number(request.headers.get('content-length') ?? 0) > maxBytes)
      throw new DomainError('invalid', 'fileTooLarge', { maxBytes });
    const { fileId, size, inspection, refusal } = await receiveImportFile(await caller(), {
      runId,
      name: name.data,
      bytes: request.body ?? nothing(),
      maxBytes,
    });
    return answer(200, { fileId, size, refusal, rows: inspection?.rows ?? 0 });
  } catch (error) {
    return refused(toDomainError(error), context);
  }
}

function refused(error: unknown, { log, requestId }: Context): Response {
  const wire = { error: toWireError(error, requestId) };
  if (!isDomainError(error)) {
    log.error({ requestId, err: error }, 'upload failed');
    return answer(500, wire);
  }
  logUnavailable(log, error, { path: 'import upload', requestId });
  const isTooLarge = error.messageKey === 'fileTooLarge';
  return answer(isTooLarge ? 413 : getHTTPStatusCodeFromError(toTrpcError(error)), wire);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
