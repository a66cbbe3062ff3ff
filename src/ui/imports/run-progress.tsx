'use client';
import { useTranslations } from 'next-intl';
import { Card, CardContent } from '#ui/kit/card.tsx';
import { Progress } from '#ui/kit/progress.tsx';
import { useNumber } from '#ui/shared/use-number.ts';
import type { ImportRun } from './texts.ts';

/** Reading is about half of the work, saving the other half. */
export function RunProgress({ run }: { run: ImportRun }) {
  const t = useTranslations('imports.run');
  const number = useNumber();
  const { stagedRows, expectedRows, merged, rowsToMerge } = run.progress;
  const merging = run.state === 'MERGING';
  const share = (done: number, total: number) => (total > 0 ? Math.min(1, done / total) : 0);
  const value =
    run.state === 'QUEUED'
      ? null
      : merging
        ? 0.5 + share(merged, rowsToMerge) / 2
        : share(stagedRows, expectedRows) / 2;
  const state = merging ? 'MERGING' : run.state === 'STAGING' ? 'STAGING' : 'QUEUED';
  const text = t(`progress.${state}`, {
    done: number(merging ? merged : stagedRows),
    total: number(merging ? rowsToMerge : expectedRows),
  });
  return (
    <Card>
      <CardContent className="flex flex-col gap-3 pt-4">
        <p className="font-medium" aria-live="polite" data-numeric>
          {text}
        </p>
        <Progress value={value} label={text} />
        <p className="text-muted-foreground text-sm">{t('leave')}</p>
      </CardContent>
    </Card>
  );
}
