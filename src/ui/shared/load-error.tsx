'use client';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#ui/kit/error-state.tsx';
import { useErrorText } from './use-error-text.ts';

type Props = {
  query: { error: unknown; isFetching: boolean; refetch: () => unknown };
  title?: string;
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
};

/** Stands where the answer of a query would, when there is none: why, and a button that asks again. */
export function LoadError({ query: { error, isFetching, refetch }, title, heading }: Props) {
  const w = useTranslations('words');
  const errorText = useErrorText();
  return (
    <ErrorState
      heading={heading}
      title={title ?? w('loadError.title')}
      description={answered(error) ? errorText(error) : w('loadError.description')}
      retryLabel={w('action.retry')}
      onRetry={() => void refetch()}
      pending={isFetching}
    />
  );
}

/** An error without data never reached the server. */
const answered = (error: unknown) =>
  typeof error === 'object' && error !== null && 'data' in error && error.data !== undefined;
