'use client';
import { Building2, Files, type LucideIcon, Sparkles, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '#ui/kit/alert.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { useNumber } from '#ui/shared/use-number.ts';
import { HeldRegisters } from './held-registers.tsx';
import { type ImportRun, useImportTexts } from './texts.ts';

/** What came of the run: counts first, then what a person should know or decide. */
export function RunResult({ run }: { run: ImportRun }) {
  const t = useTranslations('imports');
  const texts = useImportTexts();
  const errorText = useErrorText();
  const { associations, contacts, missing, inTrash } = run.counts;
  const changed =
    associations.created + associations.updated + contacts.created + contacts.updated + missing > 0;
  const refused = run.files.filter((file) => file.refusal !== null);
  const values = Object.values(run.issueCounts).reduce((sum, count) => sum + count, 0);
  const counts = (of: typeof associations): [string, number][] => [
    [t('run.created'), of.created],
    [t('run.updated'), of.updated],
    [t('run.unchanged'), of.unchanged],
  ];
  const all: [string, number][] = [
    [t('run.missing'), missing],
    [t('run.inTrash'), inTrash],
  ];
  const seldom = all.filter(([, count]) => count > 0);
  return (
    <>
      <p className="text-muted-foreground text-sm">
        {run.startedBy ?? t(`channel.${run.channel === 'cli' ? 'cli' : 'web'}`)} ·{' '}
        <DateText value={run.startedAt ?? run.createdAt} format="dateTime" />
        {run.startedAt && run.finishedAt
          ? ` · ${t('run.seconds', { seconds: Math.max(1, Math.round((+run.finishedAt - +run.startedAt) / 1000)) })}`
          : ''}
      </p>
      {run.state === 'CANCELLED' ? <Alert tone="attention">{t('run.cancelled')}</Alert> : null}
      {run.state === 'FAILED' ? (
        <Alert tone="danger" title={t('run.failed')}>
          {run.error ? errorText({ messageKey: run.error }) : null}
        </Alert>
      ) : null}
      {run.state === 'DONE' && !changed ? <Alert tone="success">{t('run.nothingChanged')}</Alert> : null}
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <CountCard
          icon={Building2}
          title={t('run.associations')}
          counts={[...counts(associations), ...seldom]}
        />
        <CountCard icon={Users} title={t('run.contacts')} counts={counts(contacts)} />
        <CountCard
          icon={Files}
          title={t('run.files')}
          counts={[
            [t('run.filesRead'), run.fileCount - run.refusedFiles],
            [t('run.rows'), run.rows],
            [t('run.filesRefused'), run.refusedFiles],
          ]}
        />
        <CountCard icon={Sparkles} title={t('run.issues')} counts={[[t('run.valuesToTidy'), values]]} />
      </div>
      <HeldRegisters run={run} />
      {run.warnings.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t('run.warnings')}</CardTitle>
          </CardHeader>
          <CardContent>
            <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
              {run.warnings.map((warning) => (
                <li key={texts.warning(warning)}>{texts.warning(warning)}</li>
              ))}
            </ul>
          </CardContent>
        </Card>
      ) : null}
      {refused.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t('run.refusedFiles')}</CardTitle>
          </CardHeader>
          <CardContent>
            <ul className="flex flex-col gap-2 text-sm">
              {refused.map((file) => (
                <li key={file.id} className="flex flex-wrap items-center gap-2">
                  <Badge tone="attention">{t('refusal.label')}</Badge>
                  <span className="font-medium">{file.name}</span>
                  <span className="text-muted-foreground">{texts.refusal(file.refusal?.code ?? '')}</span>
                </li>
              ))}
            </ul>
          </CardContent>
        </Card>
      ) : null}
    </>
  );
}

type CountCardProps = { icon: LucideIcon; title: string; counts: [label: string, count: number][] };

function CountCard({ icon: Icon, title, counts: [first, ...rest] }: CountCardProps) {
  const number = useNumber();
  return (
    <Card>
      <CardContent className="flex flex-col gap-1 pt-4">
        <h2 className="flex items-center gap-2 font-medium text-muted-foreground text-sm">
          <Icon aria-hidden className="size-4" />
          {title}
        </h2>
        {first ? (
          <p className="flex items-baseline gap-2" data-numeric>
            <span className="font-semibold text-2xl">{number(first[1])}</span>
            <span className="text-muted-foreground text-sm">{first[0]}</span>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-4 text-muted-foreground text-sm" data-numeric>
          {rest.map(([label, count]) => (
            <span key={label}>
              <span className="font-medium text-foreground">{number(count)}</span> {label}
            </span>
          ))}
        </p>
      </CardContent>
    </Card>
  );
}
