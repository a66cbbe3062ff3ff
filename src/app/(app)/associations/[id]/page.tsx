import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AssociationRecord } from '#ui/associations/record/association-record.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('associations.record');
  return { title: t('associations') };
}

export default async function AssociationPage({ params }: Props) {
  const { id } = await params;
  return <AssociationRecord id={id} />;
}
