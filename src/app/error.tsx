'use client';
import { ErrorPage } from '#ui/shell/error-page.tsx';

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main id="content" className="flex min-h-dvh flex-col">
      <ErrorPage {...props} />
    </main>
  );
}
