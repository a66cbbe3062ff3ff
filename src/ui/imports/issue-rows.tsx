'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ApiOutputs, useTRPC } from '#api/client.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#ui/kit/table.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { MoreButton } from '#ui/shared/more-button.tsx';
import { useImportTexts } from './texts.ts';

type Issue = ApiOutputs['import']['issues']['rows'][number];
type Props = { runId: string; code: string; fileId: string | undefined };

/** The rows with one kind of problem, file by file. */
export function IssuesOfKind({ runId, code, fileId }: Props) {
  const t = useTranslations('imports.issues');
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.import.issues.infiniteQueryOptions(
      { runId, code, fileId, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor, meta: { shows: { after: ['import.*'] } } },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows);
  if (!rows) {
    if (query.error) return <LoadError query={query} />;
    return (
      <div className="p-4" aria-busy>
        <Skeleton className="h-24" />
      </div>
    );
  }
  if (rows.length === 0) return <p className="p-4 text-muted-foreground text-sm">{t('noneInFile')}</p>;
  // They come file by file; two files of one name stay apart by their id, which begins each row's.
  const files = Map.groupBy(rows, (row) => row.id.slice(0, row.id.indexOf(':')));
  return (
    <div className="flex flex-col gap-3 pb-3">
      {[...files].map(([id, list]) => (
        <IssueRows key={id} file={list[0]?.file ?? ''} rows={list} />
      ))}
      <MoreButton query={query} label={t('more')} />
    </div>
  );
}

/** The rows of one file: the file is named once, above them. */
function IssueRows({ file, rows }: { file: string; rows: Issue[] }) {
  const t = useTranslations('imports');
  const texts = useImportTexts();
  return (
    <section aria-label={file}>
      <h4 className="break-words px-4 pt-2 font-medium text-muted-foreground text-xs md:px-3">{file}</h4>
      <Table cards className="md:min-w-[44rem] md:table-fixed">
        <TableHeader>
          <TableRow>
            <TableHead className="w-20 text-right">{t('column.row')}</TableHead>
            <TableHead className="w-[30%]">{t('column.association')}</TableHead>
            <TableHead className="w-[22%]">{t('column.field')}</TableHead>
            <TableHead>{t('column.value')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((issue) => (
            <TableRow key={issue.id}>
              <TableCell label={t('column.row')} className="text-right">
                {issue.row}
              </TableCell>
              <TableCell className="max-md:order-first">
                {issue.refused ? (
                  <Badge tone="attention" className="mr-2">
                    {t('issues.skipped')}
                  </Badge>
                ) : null}
                {issue.name ? (
                  <Link
                    href={`/associations?q=${encodeURIComponent(issue.name)}`}
                    className="min-w-0 font-medium hover:text-primary hover:underline"
                  >
                    {issue.name}
                  </Link>
                ) : null}
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
    </section>
  );
}
