import { getTranslations } from 'next-intl/server';
import { NotFoundPage } from '#ui/shell/not-found-page.tsx';

export async function generateMetadata() {
  const t = await getTranslations('shell.notFoundPage');
  return { title: t('title') };
}

export default function NotFound() {
  return (
    <main id="content" className="flex min-h-dvh flex-col">
      <NotFoundPage />
    </main>
  );
}
