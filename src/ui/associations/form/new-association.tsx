'use client';
import { useMutation } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useTRPC } from '#api/client.tsx';
import { formatPhone } from '#lib/phone.ts';
import { AlertDialog } from '#ui/kit/alert-dialog.tsx';
import { Breadcrumb } from '#ui/kit/breadcrumb.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardContent } from '#ui/kit/card.tsx';
import { toast } from '#ui/kit/toast.ts';
import { SaveFailure } from '#ui/shared/save-failure.tsx';
import { useKeptForm } from '#ui/shared/use-kept-form.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { readFieldErrors, readThere } from '../record/read-conflict.ts';
import { useRefreshAssociations } from '../record/use-record.ts';
import { AssociationFieldset, Text } from './association-fields.tsx';
import { checkFields } from './check-fields.ts';
import { type AssociationForm, changedKeys, toForm } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { SimilarAssociations } from './similar-associations.tsx';
import { useFaults } from './use-faults.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';

const empty = toForm({});

/** Name and municipality are enough; what resembles the name is shown before a double is made. */
export function NewAssociation() {
  const t = useTranslations('associations.form');
  const r = useTranslations('associations.record');
  const router = useRouter();
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const form = useForm<AssociationForm>({ defaultValues: empty });
  const { forget } = useKeptForm(form, 'association:new');
  const showFaults = useFaults(form);
  const create = useMutation(
    trpc.association.create.mutationOptions({
      // Without a network it fails at once and says so; waiting unseen would look like nothing.
      networkMode: 'always',
      onSuccess: ({ id }, { name }) => {
        toast.success(t('created', { name }));
        forget();
        void refresh();
        router.push(`/associations/${id}`);
      },
      onError: (error) => showFaults(readFieldErrors(error)),
    }),
  );
  const { leave, question } = useUnsavedGuard(form.formState.isDirty && !create.isSuccess, forget);
  const giveUp = () => {
    forget();
    router.back();
  };
  const submit = form.handleSubmit(async (written) => {
    const checked = await checkFields(written, [
      ...new Set(['name' as const, ...changedKeys(empty, written)]),
    ]);
    const faults = 'faults' in checked ? [...checked.faults] : [];
    if (written.municipalityCode === '') faults.push({ path: 'municipalityCode', message: 'municipality' });
    if (faults.length > 0 || 'faults' in checked) return showFaults(faults);
    create.mutate({ ...checked.fields, name: written.name, municipalityCode: written.municipalityCode });
  });
  const there = readThere(create.error);
  const failed = create.error && !there && readFieldErrors(create.error).length === 0;
  return (
    <Page>
      <form onSubmit={submit} noValidate className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          inner="max-w-4xl"
          breadcrumb={
            <Breadcrumb
              label={r('breadcrumb')}
              items={[{ label: r('associations'), href: '/associations' }]}
            />
          }
          title={t('newTitle')}
          actions={
            <>
              <Button onClick={() => leave(giveUp)}>{t('cancel')}</Button>
              <Button type="submit" variant="primary" pending={create.isPending}>
                {t('create')}
              </Button>
            </>
          }
        >
          {failed ? <SaveFailure error={create.error} /> : null}
        </PageHeader>
        <PageBody className="max-w-4xl gap-4">
          <p className="text-muted-foreground text-sm">{t('newText')}</p>
          <Card>
            <CardContent className="grid items-start gap-4 pt-4 sm:grid-cols-2">
              <Text control={form.control} name="name" />
              <MunicipalityField control={form.control} />
              <div className="sm:col-span-2 empty:hidden">
                <SimilarAssociations control={form.control} />
              </div>
            </CardContent>
          </Card>
          <details className="group">
            <summary className="mb-4 flex w-fit list-none items-center gap-1.5 rounded-sm font-medium text-sm [&::-webkit-details-marker]:hidden">
              <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
              {t('moreFields')}
            </summary>
            <div className="flex flex-col gap-4">
              <AssociationFieldset control={form.control} withName={false} />
            </div>
          </details>
        </PageBody>
      </form>
      {question}
      {there ? (
        <AlertDialog
          open
          onOpenChange={(open) => open || create.isPending || create.reset()}
          title={there.address === null ? t('thereTitle', { name: there.name }) : t('thereAddressTitle')}
          description={
            there.address === null
              ? t('thereText')
              : t('thereAddressText', { name: there.name, address: formatPhone(there.address) })
          }
          variant="primary"
          confirmLabel={t('createAnyway')}
          cancelLabel={t('stay')}
          pending={create.isPending}
          onConfirm={() => create.variables && create.mutate({ ...create.variables, evenIfThere: true })}
        >
          <Link
            href={`/associations/${there.id}`}
            target="_blank"
            className="w-fit py-1 font-medium text-primary text-sm underline underline-offset-4"
          >
            {t('thereOpen', { name: there.name })}
          </Link>
        </AlertDialog>
      ) : null}
    </Page>
  );
}
