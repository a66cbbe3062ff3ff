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
        <span className="block truncate" title={file.name}>
          {file.name}
        </span>
      </TableCell>
      {contents && !file.refusal ? (
        <>
          <TableCell className="min-w-44">
            {contents.unclear ? (
              <Unclear file={file} municipalities={municipalities} chosen={chosen} onChoose={onChoose} />
            ) : (
              <PlaceNames places={contents.places} />
            )}
          </TableCell>
          <TableCell>{contents.platforms.join(', ')}</TableCell>
          <TableCell className="text-right">{number(contents.rows)}</TableCell>
          <TableCell className="text-right">{number(contents.contacts)}</TableCell>
          <TableCell className="whitespace-nowrap">
            <DateText value={contents.scrapedTo} format="dateTime" />
          </TableCell>
          <TableCell className="min-w-64 text-muted-foreground text-xs">
            <Remarks file={file} />
          </TableCell>
        </>
      ) : (
        <TableCell colSpan={6}>
          <Badge tone="attention">{t('refusal.label')}</Badge>{' '}
          <span className="text-muted-foreground">{texts.refusal(file.refusal?.code ?? '')}</span>
        </TableCell>
      )}
      <TableCell className="w-10 text-right">
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
  return (
    <ul className="flex flex-col gap-0.5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
