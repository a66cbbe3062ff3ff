import { requestContext } from '#api/context.ts';
import { uploadImportFile } from '#api/import-upload.ts';
import { env } from '#wiring/env.ts';

export const dynamic = 'force-dynamic';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ runId: string }> },
): Promise<Response> {
  const { runId } = await params;
  return uploadImportFile(request, {
    runId,
    baseUrl: env().KANSLI_BASE_URL,
    context: await requestContext(request.headers),
  });
}
