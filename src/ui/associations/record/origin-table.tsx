'use client';
import { PencilLine } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Card, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { ScrollArea } from '#ui/kit/scroll-area.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#ui/kit/table.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { useCan } from '#ui/shared/use-can.ts';
import { asText } from './event-changes.tsx';
import { FieldValue } from './field-value.tsx';
import type { AssociationRecord, AssociationSource } from './use-record.ts';
import { useRegisterName } from './use-register-name.ts';

type Props = { record: AssociationRecord; source: AssociationSource };

/** Per field: the value shown, what the register says, which one where there are several, since when, and who overruled it. */
export function OriginTable({ record, source: { fields, records } }: Props) {
  const t = useTranslations('associations.record.source');
  const registerName = useRegisterName(record);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('origin')}</CardTitle>
      </CardHeader>
      <ScrollArea label={t('origin')} className="overflow-y-hidden">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead>{t('field')}</TableHead>
              <TableHead>{t('shown')}</TableHead>
              <TableHead>{t('registerSays')}</TableHead>
              <TableHead>{t('who')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {fields.map((field) => (
              <Row
                key={field.field}
                origin={field}
                shown={record[field.field]}
                register={records.length > 1 ? registerName(field.sourceId) : null}
              />
            ))}
          </TableBody>
        </Table>
      </ScrollArea>
    </Card>
  );
}

type RowProps = { origin: AssociationSource['fields'][number]; shown: unknown; register: string | null };

function Row({ origin, shown, register }: RowProps) {
  const t = useTranslations('associations.record.source');
  const f = useTranslations('associations.fields');
  const { dateTime } = useFormatter();
  const mayRead = useCan()('import.read');
  const same = asText(origin.registerValue) === asText(shown);
  return (
    <TableRow>
      <TableCell className="whitespace-nowrap align-top font-medium">{f(origin.field)}</TableCell>
      <TableCell className="min-w-48 max-w-80 align-top">
        <div className="line-clamp-4">
          <FieldValue field={origin.field} value={shown} />
        </div>
      </TableCell>
      <TableCell className="min-w-40 max-w-80 align-top">
        {same ? (
          <span className="text-muted-foreground">{t('same')}</span>
        ) : (
          <div className="line-clamp-4">
            <FieldValue field={origin.field} value={origin.registerValue} />
          </div>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap align-top">
        {origin.editedAt ? (
          <p className="flex items-center gap-1.5">
            <PencilLine aria-hidden className="size-3.5 shrink-0" />
            {t('editedBy', {
              who: origin.editedBy ?? '–',
              date: dateTime(new Date(origin.editedAt), 'date'),
            })}
          </p>
        ) : null}
        {origin.registerAt ? (
          <p className="text-muted-foreground">
            {register || origin.editedAt ? `${register ?? t('fromRegister')}, ` : null}
            {mayRead && origin.runId ? (
              <Link
                href={`/imports/${origin.runId}`}
                aria-label={t('openRun', { field: f(origin.field) })}
                className="text-primary underline-offset-4 hover:underline"
              >
                <DateText value={origin.registerAt} />
              </Link>
            ) : (
              <DateText value={origin.registerAt} />
            )}
          </p>
        ) : null}
      </TableCell>
    </TableRow>
  );
}
