import { forPages } from '#api/for-pages.ts';

export const dynamic = 'force-dynamic';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ runId: string }> },
): Promise<Response> {
  return forPages().answers.importFile(request, (await params).runId);
}
