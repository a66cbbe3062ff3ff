// A register file as a raw body: refused before its first byte is read unless it comes from the product's own page.

import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { toWireError, trpcCodes } from '#api/trpc.ts';
import type { Context } from '#domain/context.ts';
import { DomainError, type ErrorCode } from '#domain/errors.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { FileName, ImportId, maxFileBytes } from '#domain/imports/schema.ts';
import { comesFromElsewhere } from '#wiring/request-origin.ts';

const statusOf = (code: ErrorCode): number =>
  getHTTPStatusCodeFromError(new TRPCError({ code: trpcCodes[code] }));

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

export interface Upload {
  runId: string;
  baseUrl: string;
  context: Context;
}

/** Answers `{fileId, size, rows, refusal}`, or `{error}` with the same shape as the rest of the API. */
export async function uploadImportFile(
  request: Request,
  { runId, baseUrl, context }: Upload,
): Promise<Response> {
  try {
    if (comesFromElsewhere(request, baseUrl)) throw new DomainError('forbidden', 'forbidden');
    const name = FileName.safeParse(new URL(request.url).searchParams.get('name'));
    if (!name.success || !ImportId.safeParse({ runId }).success)
      throw new DomainError('invalid', 'invalidInput');
    if (Number(request.headers.get('content-length') ?? 0) > maxFileBytes) throw tooLarge();
    const { fileId, size, inspection, refusal } = await receiveImportFile(context, {
      runId,
      name: name.data,
      bytes: request.body ?? nothing(),
    });
    return answer(200, { fileId, size, refusal, rows: inspection?.rows ?? 0 });
  } catch (error) {
    const wire = toWireError(error, context.requestId);
    if (wire.code === 'internal') {
      context.log.error({ requestId: context.requestId, err: error }, 'upload failed');
      return answer(500, { error: wire });
    }
    return answer(wire.messageKey === 'fileTooLarge' ? 413 : statusOf(wire.code), { error: wire });
  }
}

const tooLarge = () => new DomainError('invalid', 'fileTooLarge', { maxBytes: maxFileBytes });

async function* nothing(): AsyncGenerator<Uint8Array> {}
