import { FileQuestionMark } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';

/** `trash`: for whoever is signed in, with a way to where removed associations lie. */
export function NotFoundPage({ trash }: { trash?: boolean }) {
  const t = useTranslations('shell.notFoundPage');
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<FileQuestionMark />}
        heading="h1"
        title={t('title')}
        description={t('description')}
        action={
          <>
            <Button variant="primary" asChild>
              <Link href="/associations">{t('home')}</Link>
            </Button>
            {trash ? (
              <Button asChild>
                <Link href="/trash">{t('trash')}</Link>
              </Button>
            ) : null}
          </>
        }
      />
    </div>
  );
}
