'use client';
import { useTranslations } from 'next-intl';

const digestOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;

const button =
  'inline-flex h-8 items-center rounded-md px-3 font-medium text-sm shadow-xs transition-colors pointer-coarse:h-11';

/**
 * What a page shows when its code failed; the digest is the same as in the server's log. Every screen brings this
 * along and cannot fetch it when it is needed, so it is bare elements and nothing of the kit.
 */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('shell.errorPage');
  const digest = digestOf(error);
  return (
    <div className="grid flex-1 place-items-center">
      <div role="alert" className="flex flex-col items-center gap-3 px-6 py-16 text-center">
        <div
          aria-hidden
          className="grid size-12 place-items-center rounded-xl bg-tone-danger font-semibold text-tone-danger-foreground text-xl"
        >
          !
        </div>
        <div className="flex max-w-md flex-col gap-1">
          <h1 className="font-semibold text-base">{t('title')}</h1>
          <p className="text-pretty text-muted-foreground">{t('description')}</p>
        </div>
        <div className="mt-1 flex flex-wrap justify-center gap-2">
          <button
            type="button"
            onClick={retry}
            className={`${button} bg-primary text-primary-foreground hover:bg-primary-hover`}
          >
            {t('retry')}
          </button>
          <a href="/associations" className={`${button} border bg-card hover:bg-accent`}>
            {t('home')}
          </a>
        </div>
        {digest ? (
          <p className="select-all font-mono text-muted-foreground text-xs">
            {t('reference', { id: digest })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
