'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Control } from 'react-hook-form';
import { useTRPC } from '#api/client.tsx';
import { Combobox } from '#ui/kit/combobox.tsx';
import { municipalitiesQuery } from '#ui/shared/choices.ts';
import { FormField } from '#ui/shared/form-field.tsx';
import type { AssociationForm } from './form-values.ts';

export function MunicipalityField({ control }: { control: Control<AssociationForm> }) {
  const t = useTranslations('associations.form');
  const f = useTranslations('associations.fields');
  const trpc = useTRPC();
  const all = useQuery(municipalitiesQuery(trpc)).data ?? [];
  return (
    <FormField
      control={control}
      name="municipalityCode"
      label={f('municipalityCode')}
      render={({ value, onChange, name: _, onBlur: __, ref: ___, ...field }) => (
        <Combobox
          {...field}
          options={all.map(({ code, name, county }) => ({ value: code, label: name, hint: county }))}
          value={value === '' ? null : value}
          onChange={(code) => onChange(code ?? '')}
          label={f('municipalityCode')}
          placeholder={t('chooseMunicipality')}
          searchPlaceholder={t('searchMunicipality')}
          emptyText={t('noMunicipality')}
        />
      )}
    />
  );
}
