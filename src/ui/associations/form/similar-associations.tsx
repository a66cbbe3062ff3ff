'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Control, useWatch } from 'react-hook-form';
import { useTRPC } from '#api/client.tsx';
import { Alert } from '#ui/kit/alert.tsx';
import { useDebounced } from '#ui/shared/use-debounced.ts';
import type { AssociationForm } from './form-values.ts';

const SHORTEST = 3;

/** What resembles the name being typed, with links that open beside the form. */
export function SimilarAssociations({ control }: { control: Control<AssociationForm> }) {
  const t = useTranslations('associations.form');
  const trpc = useTRPC();
  const q = useDebounced(useWatch({ control, name: 'name' }).trim(), 250);
  const found = useQuery(
    trpc.association.find.queryOptions(
      { q, limit: 5 },
      {
        enabled: q.length >= SHORTEST,
        placeholderData: (old) => old,
        meta: { shows: { after: ['association.created', 'association.updated', 'association.deleted'] } },
      },
    ),
  ).data;
  if (q.length < SHORTEST || !found?.length) return null;
  return (
    <Alert tone="attention" title={t('similar')}>
      <p>{t('similarText')}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {found.map(({ id, name, municipality }) => (
          <li key={id}>
            <Link
              href={`/associations/${id}`}
              target="_blank"
              className="font-medium underline underline-offset-4"
            >
              {name}
            </Link>
            , {municipality}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
