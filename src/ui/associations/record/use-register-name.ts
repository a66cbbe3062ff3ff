// What a register is called where several may speak.
import { useTranslations } from 'next-intl';
import type { AssociationRecord } from './use-record.ts';

/** By the id of a source record: its host, or platform and municipality where the register has no host of its own. */
export function useRegisterName(
  record: Pick<AssociationRecord, 'sourceRecords' | 'listings'>,
): (sourceId: string | null) => string | null {
  const t = useTranslations('associations.record.source');
  return (sourceId) => {
    const source = record.sourceRecords.find(({ id }) => id === sourceId);
    if (!source) return null;
    const [, code] = source.instance.split('municipality:');
    if (code === undefined) return source.instance;
    const place = record.listings.find((listing) => listing.code === code)?.name;
    return [t(`platform.${source.platform}`), place].filter(Boolean).join(', ');
  };
}
