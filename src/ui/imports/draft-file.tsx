'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#ui/kit/badge.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Combobox } from '#ui/kit/combobox.tsx';
import type { Option } from '#ui/kit/option-list.tsx';
import { TableCell, TableRow } from '#ui/kit/table.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { useNumber } from '#ui/shared/use-number.ts';
import { type ImportFile, useImportTexts } from './texts.ts';

type Props = {
  file: ImportFile;
  municipalities: Option[];
  chosen: string | null;
  onChoose: (code: string | null) => void;
  onRemove: () => void;
};

export function DraftFile({ file, municipalities, chosen, onChoose, onRemove }: Props) {
  const t = useTranslations('imports');
  const texts = useImportTexts();
  const number = useNumber();
  const { contents } = file;
  return (
    <TableRow>
      <TableCell className="max-w-72 font-medium">
        <span className="block min-w-0 max-md:mr-9 max-md:break-all md:truncate" title={file.name}>
          {file.name}
        </span>
      </TableCell>
      {contents && !file.refusal ? (
        <>
          <TableCell label={t('column.municipality')} className="md:min-w-44">
            {contents.unclear ? (
              <Unclear file={file} municipalities={municipalities} chosen={chosen} onChoose={onChoose} />
            ) : (
              <PlaceNames places={contents.places} />
            )}
          </TableCell>
          <TableCell label={t('column.platform')}>{contents.platforms.join(', ')}</TableCell>
          <TableCell label={t('column.rows')} className="text-right">
            {number(contents.rows)}
          </TableCell>
          <TableCell label={t('column.contacts')} className="text-right">
            {number(contents.contacts)}
          </TableCell>
          <TableCell label={t('column.scraped')} className="whitespace-nowrap">
            <DateText value={contents.scrapedTo} format="dateTime" />
          </TableCell>
          <TableCell className="text-muted-foreground text-xs md:min-w-64">
            <Remarks file={file} />
          </TableCell>
        </>
      ) : (
        <TableCell colSpan={6} className="max-md:items-start">
          <Badge tone="attention">{t('refusal.label')}</Badge>{' '}
          <span className="text-muted-foreground">{texts.refusal(file.refusal?.code ?? '')}</span>
        </TableCell>
      )}
      <TableCell className="w-10 text-right max-md:absolute max-md:top-2 max-md:right-3">
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t('draft.remove', { file: file.name })}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </TableCell>
    </TableRow>
  );
}

function PlaceNames({ places }: { places: { code: string; name: string }[] }) {
  const t = useTranslations('imports.draft');
  const names = places.slice(0, 3).map(({ name }) => name);
  const more = places.length - names.length;
  return more > 0 ? `${names.join(', ')} ${t('more', { count: more })}` : names.join(', ');
}

function Unclear({ file, municipalities, chosen, onChoose }: Omit<Props, 'onRemove'>) {
  const t = useTranslations('imports.draft');
  const unclear = file.contents?.unclear;
  if (!unclear) return null;
  const hint = `${file.id}-unclear`;
  return (
    <div className="flex flex-col gap-1">
      <Combobox
        options={municipalities}
        value={chosen}
        onChange={onChoose}
        label={t('chooseFor', { file: file.name })}
        placeholder={t('choose')}
        searchPlaceholder={t('noChoice')}
        emptyText={t('noChoice')}
        aria-describedby={hint}
        aria-invalid={chosen === null}
      />
      <span id={hint} className="text-muted-foreground text-xs">
        {t(unclear.kind, { names: unclear.names.join(', ') })}
      </span>
    </div>
  );
}

function Remarks({ file }: { file: ImportFile }) {
  const t = useTranslations('imports.note');
  const texts = useImportTexts();
  const { contents, notes } = file;
  if (!contents) return null;
  const issues = Object.values(contents.issues).reduce((sum, count) => sum + count, 0);
  const lines = [
    ...notes.map((note) => texts.note(note)),
    ...(contents.refusedRows > 0 ? [t('refused_rows', { rows: contents.refusedRows })] : []),
    ...(issues > 0 ? [t('issues', { count: issues })] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
