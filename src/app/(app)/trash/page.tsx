import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TrashList } from '#ui/trash/trash-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trash');
  return { title: t('title') };
}

export default function TrashPage() {
  return <TrashList />;
}
