'use client';
import { CircleCheck, ExternalLink, Info, MapPin, NotebookPen, PanelRight, Pencil } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#ui/kit/badge.tsx';
import { Breadcrumb } from '#ui/kit/breadcrumb.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '#ui/kit/popover.tsx';
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from '#ui/kit/sheet.tsx';
import { CopyButton } from '#ui/shared/copy-button.tsx';
import { StatusBadge } from '#ui/shared/status-badge.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { DeleteAssociation } from './delete-association.tsx';
import { safeUrl, shortUrl } from './safe-url.ts';
import { SidePanel } from './side-panel.tsx';
import { Tags } from './tags.tsx';
import type { AssociationRecord } from './use-record.ts';

type Props = { record: AssociationRecord; onEdit: () => void; onNote: () => void; children: ReactNode };

export function RecordHeader({ record, onEdit, onNote, children }: Props) {
  const t = useTranslations('associations.record');
  const alive = record.deletedAt === null;
  return (
    <PageHeader
      className="max-md:static"
      inner="max-w-[88rem]"
      stacked
      breadcrumb={
        <Breadcrumb label={t('breadcrumb')} items={[{ label: t('associations'), href: '/associations' }]} />
      }
      title={<span className="line-clamp-2 whitespace-normal">{record.name}</span>}
      meta={
        <span className="flex shrink-0 items-center gap-2 max-sm:hidden">
          <Standing record={record} />
        </span>
      }
      description={
        <div className="flex flex-col gap-1.5 pt-1">
          <span className="flex flex-wrap items-center gap-2 sm:hidden">
            <Standing record={record} />
          </span>
          <Facts record={record} />
          <Tags record={record} />
        </div>
      }
      actions={
        alive ? (
          <>
            <PanelSheet record={record} />
            <Button onClick={onNote}>
              <NotebookPen aria-hidden />
              {t('addNote')}
            </Button>
            <Button variant="primary" onClick={onEdit}>
              <Pencil aria-hidden />
              <span className="max-sm:sr-only">{t('edit')}</span>
            </Button>
            <DeleteAssociation record={record} />
          </>
        ) : null
      }
    >
      {children}
    </PageHeader>
  );
}

/** Status, and since when a member: with words, never by colour alone. */
function Standing({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record');
  const { dateTime } = useFormatter();
  if (record.crmStatus !== 'MEMBER' || !record.memberSince) return <StatusBadge status={record.crmStatus} />;
  return (
    <Badge tone="success">
      <CircleCheck aria-hidden />
      {t('memberSince', { date: dateTime(record.memberSince, 'date') })}
    </Badge>
  );
}

function Facts({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record');
  const elsewhere = record.listings.filter((listing) => listing.code !== record.municipalityCode);
  const site = safeUrl(record.homepageUrl);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="inline-flex items-center gap-1.5">
        <MapPin aria-hidden className="size-4 shrink-0" />
        <span>
          <span className="text-foreground">{record.municipality.name}</span>
          {elsewhere.length > 0 ? (
            <> · {t('alsoListed', { places: elsewhere.map((listing) => listing.name).join(', ') })}</>
          ) : null}
        </span>
      </span>
      {record.orgNumber ? (
        <span className="inline-flex items-center" data-numeric>
          {record.orgNumber}
          <CopyButton
            value={record.orgNumber}
            label={t('copyOrgNumber')}
            className="-my-1 ml-0.5 text-muted-foreground"
          />
        </span>
      ) : null}
      {site ? (
        <a
          href={site}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={t('openSite')}
          className="inline-flex min-h-6 min-w-0 items-center gap-1 text-primary underline-offset-4 hover:underline"
        >
          <span className="max-w-80 truncate">{shortUrl(site)}</span>
          <ExternalLink aria-hidden className="size-3.5 shrink-0" />
          <span className="sr-only">{t('openSite')}</span>
        </a>
      ) : null}
      <Popover>
        <PopoverTrigger
          className="flex min-h-6 items-center pointer-coarse:min-h-11 gap-1 rounded-sm text-left hover:text-foreground"
          data-numeric
        >
          {t('quality', { score: record.qualityScore })}
          <Info aria-hidden className="size-3.5 shrink-0" />
        </PopoverTrigger>
        <PopoverContent aria-label={t('quality', { score: record.qualityScore })} className="text-sm">
          {t('qualityHint')}
        </PopoverContent>
      </Popover>
    </div>
  );
}

/** Below desk width the side panel comes up from the bottom. */
function PanelSheet({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.panel');
  const w = useTranslations('words.action');
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button className="lg:hidden">
          <PanelRight aria-hidden />
          {t('show')}
        </Button>
      </SheetTrigger>
      <SheetContent side="bottom" closeLabel={w('close')} aria-describedby={undefined}>
        <SheetHeader>
          <SheetTitle>{t('title')}</SheetTitle>
        </SheetHeader>
        <SheetBody>
          <SidePanel record={record} bare />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
