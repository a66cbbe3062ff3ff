'use client';
import { ChevronRight, ExternalLink } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#ui/kit/badge.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { RawTree } from './raw-tree.tsx';
import { safeUrl } from './safe-url.ts';
import type { AssociationRecord, AssociationSource } from './use-record.ts';

type Props = { source: AssociationSource['records'][number]; record: AssociationRecord; open: boolean };

export function SourceRecord({ source, record, open }: Props) {
  const t = useTranslations('associations.record.source');
  const { dateTime } = useFormatter();
  const url = safeUrl(source.sourceUrl);
  const place = record.listings.find((listing) => listing.code === source.municipalityCode)?.name;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{[t(`platform.${source.platform}`), place].filter(Boolean).join(' · ')}</CardTitle>
        {source.missingSince ? (
          <Badge tone="attention">{t('missing', { date: dateTime(source.missingSince, 'date') })}</Badge>
        ) : null}
        {url ? (
          <Button size="sm" asChild>
            <a href={url} target="_blank" rel="noopener noreferrer nofollow">
              <ExternalLink aria-hidden />
              {t('open')}
            </a>
          </Button>
        ) : null}
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <dl className="grid grid-cols-2 gap-x-4 gap-y-2 text-sm xl:grid-cols-4">
          <Fact label={t('register')}>{source.instance}</Fact>
          <Fact label={t('id')}>{source.externalId}</Fact>
          <Fact label={t('firstSeen')}>
            <DateText value={source.firstSeenAt} />
          </Fact>
          <Fact label={t('lastSeen')}>
            <DateText value={source.lastSeenAt} />
          </Fact>
        </dl>
        <details open={open} className="group/raw border-t pt-2">
          <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-sm font-medium text-sm [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open/raw:rotate-90" />
            {t('raw')}
          </summary>
          <p className="pb-2 pl-5.5 text-muted-foreground text-xs">{t('rawText')}</p>
          <RawTree value={source.raw} />
        </details>
      </CardContent>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="break-all">{children}</dd>
    </div>
  );
}
