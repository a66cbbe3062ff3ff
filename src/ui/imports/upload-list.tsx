'use client';
import { RotateCw, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { Progress } from '#ui/kit/progress.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import type { UploadItem } from './use-uploads.ts';

type Props = { items: UploadItem[]; onRetry: (key: number) => void; onDismiss: (key: number) => void };

export function UploadList({ items, onRetry, onDismiss }: Props) {
  const t = useTranslations('imports.upload');
  const w = useTranslations('words.action');
  const format = useFormatter();
  if (items.length === 0) return null;
  return (
    <ul className="divide-y rounded-xl border bg-card">
      {items.map((item) => (
        <li key={item.key} className="flex items-center gap-4 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1 truncate">{item.name}</span>
          {item.state === 'failed' ? (
            <>
              <span role="alert" className="text-destructive">
                <FailureText item={item} />
              </span>
              <Button size="sm" onClick={() => onRetry(item.key)}>
                <RotateCw aria-hidden />
                {w('retry')}
              </Button>
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={t('dismiss', { name: item.name })}
                onClick={() => onDismiss(item.key)}
              >
                <X aria-hidden />
              </Button>
            </>
          ) : (
            <>
              <span className="text-muted-foreground">{t(item.state)}</span>
              <Progress
                className="w-32"
                value={item.state === 'reading' ? null : item.sent}
                label={t('progress', { name: item.name, percent: format.number(item.sent, 'percent') })}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function FailureText({ item }: { item: UploadItem }) {
  const t = useTranslations('imports.upload');
  const errorText = useErrorText();
  const answer = item.error?.answer;
  if (answer === null || answer === undefined) return t('network');
  const { messageKey, details } = answer as { messageKey?: unknown; details?: { maxBytes?: number } };
  if (messageKey === 'fileTooLarge' && details?.maxBytes !== undefined) {
    return t('tooLarge', { size: details.maxBytes / 2 ** 20 });
  }
  return errorText(answer);
}
