'use client';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Alert } from '#ui/kit/alert.tsx';
import { Breadcrumb } from '#ui/kit/breadcrumb.tsx';
import { Button } from '#ui/kit/button.tsx';
import { ConflictDialog } from '#ui/shared/conflict-dialog.tsx';
import { SaveFailure } from '#ui/shared/save-failure.tsx';
import { useHotkeys } from '#ui/shared/use-hotkeys.ts';
import { useKeptForm } from '#ui/shared/use-kept-form.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { DeletedBanner } from '../record/deleted-banner.tsx';
import type { AssociationRecord } from '../record/use-record.ts';
import { AssociationFieldset } from './association-fields.tsx';
import { type AssociationForm, toForm } from './form-values.ts';
import { useSaveAssociation } from './use-save-association.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';

/** All fields of the record in one form. Ctrl+S saves; leaving with something typed asks first. */
export function EditAssociation({
  record,
  onDone: onClose,
}: {
  record: AssociationRecord;
  onDone: () => void;
}) {
  const t = useTranslations('associations.form');
  const r = useTranslations('associations.record');
  const form = useForm<AssociationForm>({ defaultValues: toForm(record) });
  const { kept, forget } = useKeptForm(form, `association:${record.id}`, record.version);
  const onDone = () => {
    forget();
    onClose();
  };
  const save = useSaveAssociation(record, form, onDone, kept);
  const { leave, question } = useUnsavedGuard(form.formState.isDirty, forget);
  const faults = Object.keys(form.formState.errors).length;
  const submit = form.handleSubmit((written) => save.submit(written));
  useHotkeys({ 'mod+s': () => void submit(), Escape: () => leave(onDone) });
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
          title={
            <span className="line-clamp-2 whitespace-normal">{t('editTitle', { name: record.name })}</span>
          }
          actions={
            <>
              <Button onClick={() => leave(onDone)}>{t('cancel')}</Button>
              <Button
                type="submit"
                variant="primary"
                pending={save.pending}
                disabled={record.deletedAt !== null}
              >
                {save.failure ? t('saveAgain') : t('save')}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-2 empty:hidden">
            <DeletedBanner record={record} typed />
            {save.failure && !record.deletedAt ? <SaveFailure error={save.failure} /> : null}
            {faults > 0 ? <Alert tone="danger">{t('errors', { count: faults })}</Alert> : null}
          </div>
        </PageHeader>
        <PageBody className="max-w-4xl gap-4">
          {record.sourceRecords.length > 0 ? (
            <p className="text-muted-foreground text-sm">{t('registerHint')}</p>
          ) : null}
          <AssociationFieldset control={form.control} />
        </PageBody>
      </form>
      {question}
      {save.clash ? (
        <ConflictDialog
          open
          onOpenChange={(open) => open || save.settle(null)}
          last={save.clash.last}
          fields={save.clash.fields}
          onResolve={save.settle}
          pending={save.pending}
        />
      ) : null}
    </Page>
  );
}
