'use client';
import { Landmark } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCan } from '#ui/shared/use-can.ts';
import type { EntryOfKind } from './timeline-entry.ts';
import { useFieldName } from './timeline-event.tsx';
import { TimelineLine } from './timeline-line.tsx';

/** What a register changed, and the import it came with. */
export function TimelineImport({ entry }: { entry: EntryOfKind<'import'> }) {
  const t = useTranslations('associations.timeline.import');
  const fieldName = useFieldName();
  const mayRead = useCan()('import.read');
  const fields = entry.changed.flatMap((field) => fieldName(field) ?? []).join(', ');
  const title =
    entry.action === 'created' ? t('created') : fields === '' ? t('contacts') : t('updated', { fields });
  return (
    <TimelineLine icon={Landmark} at={entry.at} title={title}>
      {mayRead ? (
        <Link
          href={`/imports/${entry.runId}`}
          className="w-fit text-primary text-xs underline-offset-4 hover:underline"
        >
          {t('open')}
        </Link>
      ) : null}
    </TimelineLine>
  );
}
