import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewAssociation } from '#ui/associations/form/new-association.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('associations.form');
  return { title: t('newTitle') };
}

export default function NewAssociationPage() {
  return <NewAssociation />;
}
