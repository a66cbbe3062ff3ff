'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useTRPC } from '#api/client.tsx';
import { colleaguesQuery, municipalitiesQuery } from '#ui/shared/choices.ts';
import { StageBadge, StatusBadge } from '#ui/shared/status-badge.tsx';

export interface Details {
  name?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  kept?: unknown;
  accepted?: unknown;
  declined?: Record<string, unknown>;
  added?: string[];
  removed?: string[];
}

const LONG = 160;
const withValues = new Set([
  'association.updated',
  'association.statusChanged',
  'association.stageChanged',
  'association.ownerChanged',
  'association.suggestionAccepted',
]);

/** Both values of what changed, the old one first. */
export function EventChanges({
  name,
  details,
  changed,
}: {
  name: string;
  details: Details;
  changed: string[];
}) {
  const t = useTranslations('associations.timeline');
  const f = useTranslations('associations.fields');
  if (name === 'association.tagged') {
    return (
      <Quiet>
        {details.added?.length ? <p>{`${t('added')}: ${details.added.join(', ')}`}</p> : null}
        {details.removed?.length ? <p>{`${t('removed')}: ${details.removed.join(', ')}`}</p> : null}
      </Quiet>
    );
  }
  if (name === 'association.suggestionKept') {
    const [field] = changed;
    return field ? (
      <Quiet>
        {t('declined')}: <Value field={field} value={details.declined?.[field]} />
      </Quiet>
    ) : null;
  }
  if (!withValues.has(name) || changed.length === 0) return null;
  return (
    <Quiet>
      {changed.map((field) => (
        <p key={field} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {changed.length > 1 ? <span className="w-full sm:w-auto">{f(field as 'name')}:</span> : null}
          <span className="sr-only">{t('from')}</span>
          <Value field={field} value={details.before?.[field]} />
          <ArrowRight aria-hidden className="size-3.5 shrink-0" />
          <span className="sr-only">{t('to')}</span>
          <span className="min-w-0 text-foreground">
            <Value field={field} value={details.after?.[field]} />
          </span>
        </p>
      ))}
    </Quiet>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-1 text-muted-foreground text-sm">{children}</div>
);

export function Value({ field, value }: { field: string; value: unknown }): ReactNode {
  const t = useTranslations('associations.record');
  if (field === 'crmStatus') return <StatusBadge status={value as 'MEMBER'} quiet />;
  if (field === 'pipeline') return <StageBadge stage={value as 'PROSPECT'} quiet />;
  if (field === 'ownerId') return <OwnerName id={value as string | null} />;
  if (field === 'municipalityCode') return <MunicipalityName code={value as string} />;
  const text = asText(value);
  if (text === '') return <em>{t('empty')}</em>;
  return <span className="break-words">{text.length > LONG ? `${text.slice(0, LONG)} …` : text}</span>;
}

/** A stored value as a line of text. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (typeof value === 'object') return Object.values(value).map(asText).filter(Boolean).join(' ');
  return String(value);
}

function OwnerName({ id }: { id: string | null }) {
  const t = useTranslations('associations.record.panel');
  const trpc = useTRPC();
  const users = useQuery(colleaguesQuery(trpc)).data;
  return id ? (users?.find((user) => user.id === id)?.name ?? '…') : t('noOwner');
}

function MunicipalityName({ code }: { code: string }) {
  const trpc = useTRPC();
  const all = useQuery(municipalitiesQuery(trpc)).data;
  return all?.find((municipality) => municipality.code === code)?.name ?? code;
}
