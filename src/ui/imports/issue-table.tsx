'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { cn } from '#ui/kit/cn.ts';
import { FilterPopover } from '#ui/shared/filter-popover.tsx';
import { useNumber } from '#ui/shared/use-number.ts';
import { IssuesOfKind } from './issue-rows.tsx';
import { type ImportRun, useImportTexts } from './texts.ts';

/** Problems by their kind, so that a common one does not drown the rest; the kind that is open stands in the URL. */
export function IssueTable({ run }: { run: ImportRun }) {
  const t = useTranslations('imports.issues');
  const texts = useImportTexts();
  const number = useNumber();
  const [{ problem, file }, setView] = useQueryStates({ problem: parseAsString, file: parseAsString });
  const fileId = run.files.find((one) => one.id === file)?.id;
  const kinds = Object.entries(run.issueCounts).sort(([, left], [, right]) => right - left);
  if (kinds.length === 0) {
    return (
      <Card>
        <CardContent className="pt-4 text-muted-foreground text-sm">{t('none')}</CardContent>
      </Card>
    );
  }
  const shown = problem ?? (kinds.length === 1 ? kinds[0]?.[0] : null);
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
        {run.files.length > 1 ? (
          <FilterPopover
            single
            label={t('file')}
            options={run.files.map(({ id, name }) => ({ value: id, label: name }))}
            selected={fileId ? [fileId] : []}
            onChange={([value]) => void setView({ file: value ?? null })}
          />
        ) : null}
      </CardHeader>
      <ul className="flex flex-col">
        {kinds.map(([code, count]) => {
          const open = shown === code;
          return (
            <li key={code} className="border-t">
              <h3>
                <button
                  type="button"
                  aria-expanded={open}
                  onClick={() => void setView({ problem: open ? '' : code })}
                  className="flex w-full items-start gap-2 px-4 py-3 text-left text-sm hover:bg-accent/50"
                >
                  <ChevronRight
                    aria-hidden
                    className={cn('mt-0.5 size-4 shrink-0 transition-transform', open && 'rotate-90')}
                  />
                  <span className="min-w-0 flex-1">
                    <span className="font-medium">{texts.issueTitle(code)}</span>
                    <span className="block text-muted-foreground">{texts.issueMeaning(code)}</span>
                  </span>
                  {/* The counts are of the whole run; beside one file's rows none is better than a wrong one. */}
                  {fileId ? null : (
                    <span data-numeric className="font-medium">
                      {number(count)}
                    </span>
                  )}
                </button>
              </h3>
              {open ? <IssuesOfKind runId={run.runId} code={code} fileId={fileId} /> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
