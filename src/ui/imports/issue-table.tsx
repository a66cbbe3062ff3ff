'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { type ApiOutputs, useTRPCClient } from '#api/client.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#ui/kit/table.tsx';
import { FilterPopover } from '#ui/shared/filter-popover.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { type ImportRun, useImportTexts } from './texts.ts';

type Issue = ApiOutputs['import']['issues']['rows'][number];

/** Every problem by file and row, narrowed to one kind or one file; the choice stands in the URL. */
export function IssueTable({ run }: { run: ImportRun }) {
  const t = useTranslations('imports.issues');
  const texts = useImportTexts();
  const wire = useTRPCClient();
  const [{ problem, file }, setView] = useQueryStates({ problem: parseAsString, file: parseAsString });
  const code = problem !== null && problem in run.issueCounts ? problem : undefined;
  const fileId = run.files.find((one) => one.id === file)?.id;
  const input = { runId: run.runId, code, fileId, limit: 50 };
  const query = useInfiniteQuery({
    queryKey: [['import', 'issues'], { input, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) => wire.import.issues.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const kinds = Object.entries(run.issueCounts).sort(([, left], [, right]) => right - left);
  if (kinds.length === 0) {
    return (
      <Card>
        <CardContent className="pt-4 text-muted-foreground text-sm">{t('none')}</CardContent>
      </Card>
    );
  }
  const rows = query.data?.pages.flatMap((page) => page.rows);
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{code ? texts.issueMeaning(code) : t('description')}</CardDescription>
        </div>
        <div className="flex flex-wrap gap-2">
          <FilterPopover
            single
            label={t('kind')}
            options={kinds.map(([value, count]) => ({ value, label: texts.issueTitle(value), count }))}
            selected={code ? [code] : []}
            onChange={([value]) => void setView({ problem: value ?? null })}
          />
          <FilterPopover
            single
            label={t('file')}
            options={run.files.map(({ id, name }) => ({ value: id, label: name }))}
            selected={fileId ? [fileId] : []}
            onChange={([value]) => void setView({ file: value ?? null })}
          />
        </div>
      </CardHeader>
      {rows ? (
        <IssueRows rows={rows} />
      ) : query.error ? (
        <LoadError query={query} />
      ) : (
        <div className="p-4" aria-busy>
          <Skeleton className="h-40" />
        </div>
      )}
      {query.hasNextPage ? (
        <CardFooter>
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </CardFooter>
      ) : null}
    </Card>
  );
}

function IssueRows({ rows }: { rows: Issue[] }) {
  const t = useTranslations('imports');
  const texts = useImportTexts();
  return (
    <Table cards className="md:min-w-[54rem] md:table-fixed">
      <TableHeader>
        <TableRow>
          <TableHead className="w-[13%]">{t('column.file')}</TableHead>
          <TableHead className="w-16 text-right">{t('column.row')}</TableHead>
          <TableHead className="w-[19%]">{t('column.association')}</TableHead>
          <TableHead className="w-[20%]">{t('column.problem')}</TableHead>
          <TableHead className="w-[16%]">{t('column.field')}</TableHead>
          <TableHead>{t('column.value')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((issue) => (
          <TableRow key={issue.id}>
            <TableCell label={t('column.file')} className="text-muted-foreground" title={issue.file}>
              <span className="block min-w-0 truncate">{issue.file}</span>
            </TableCell>
            <TableCell label={t('column.row')} className="text-right">
              {issue.row}
            </TableCell>
            <TableCell className="max-md:order-first">
              {issue.name ? (
                <Link
                  href={`/associations?q=${encodeURIComponent(issue.name)}`}
                  className="block min-w-0 truncate font-medium hover:text-primary hover:underline"
                >
                  {issue.name}
                </Link>
              ) : null}
            </TableCell>
            <TableCell label={t('column.problem')} title={texts.issueMeaning(issue.code)}>
              <span>
                {texts.issueTitle(issue.code)}{' '}
                {issue.refused ? <Badge tone="attention">{t('issues.skipped')}</Badge> : null}
              </span>
            </TableCell>
            <TableCell label={t('column.field')} className="text-muted-foreground" title={issue.field}>
              {texts.issueField(issue.field)}
            </TableCell>
            <TableCell label={t('column.value')} className="[overflow-wrap:anywhere]">
              {issue.value === '' ? (
                <span className="text-muted-foreground">{t('issues.empty')}</span>
              ) : (
                issue.value
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
