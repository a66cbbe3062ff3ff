'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import { useTRPC } from '#api/client.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { Input } from '#ui/kit/input.tsx';
import { Textarea } from '#ui/kit/textarea.tsx';
import { typesQuery } from '#ui/shared/choices.ts';
import { FormField } from '#ui/shared/form-field.tsx';
import type { AssociationForm, ListField, TextField } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { TokenInput } from './token-input.tsx';

type Props = { control: Control<AssociationForm> };

/** All fields of an association, in the order in which the record shows them. */
export function AssociationFieldset({ control, withName = true }: Props & { withName?: boolean }) {
  const t = useTranslations('associations.record.groups');
  const h = useTranslations('associations.form');
  const trpc = useTRPC();
  const types = useQuery(typesQuery(trpc))
    .data?.slice(0, 200)
    .map(({ type }) => type);
  const one = { control };
  return (
    <>
      <Group title={t('basics')}>
        {withName ? (
          <>
            <Text {...one} name="name" wide />
            <MunicipalityField control={control} />
          </>
        ) : null}
        <Text {...one} name="orgNumber" hint={h('orgNumberHint')} mode="numeric" />
        <Tokens {...one} name="types" {...(types && { suggestions: types })} />
        <Tokens {...one} name="activities" />
        <Tokens {...one} name="targetGroups" />
        <Tokens {...one} name="categories" />
        <Text {...one} name="foundedYear" mode="numeric" />
        <Text {...one} name="fiscalYearStart" hint={h('fiscalHint')} mode="numeric" />
        <Text {...one} name="nationalAffiliation" />
      </Group>
      <Group title={t('contact')}>
        <Text {...one} name="email" mode="email" />
        <Tokens {...one} name="otherEmails" />
        <Text {...one} name="phone" mode="tel" />
        <Tokens {...one} name="otherPhones" />
        <Text {...one} name="homepageUrl" mode="url" wide />
        <Text {...one} name="streetAddress" wide />
        <Text {...one} name="postalCode" mode="numeric" />
        <Text {...one} name="city" />
      </Group>
      <Group title={t('description')}>
        <Prose {...one} name="descriptionText" rows={8} />
        <Prose {...one} name="otherInformation" rows={4} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent className="grid items-start gap-4 sm:grid-cols-2">{children}</CardContent>
    </Card>
  );
}

type TextProps = Props & {
  name: TextField;
  hint?: string;
  wide?: boolean;
  mode?: 'numeric' | 'email' | 'tel' | 'url';
};

export function Text({ control, name, hint, wide, mode }: TextProps) {
  const f = useTranslations('associations.fields');
  return (
    <FormField
      control={control}
      name={name}
      label={f(name)}
      {...(hint && { hint })}
      {...(wide && { className: 'sm:col-span-2' })}
      render={(field) => <Input {...field} autoComplete="off" maxLength={500} inputMode={mode ?? 'text'} />}
    />
  );
}

function Prose({ control, name, rows }: Props & { name: TextField; rows: number }) {
  const f = useTranslations('associations.fields');
  return (
    <FormField
      control={control}
      name={name}
      label={f(name)}
      className="sm:col-span-2"
      render={(field) => <Textarea {...field} rows={rows} maxLength={20_000} />}
    />
  );
}

function Tokens({ control, name, suggestions }: Props & { name: ListField; suggestions?: string[] }) {
  const f = useTranslations('associations.fields');
  return (
    <FormField
      control={control}
      name={name}
      label={f(name)}
      render={({ name: _, disabled: __, ...field }) => (
        <TokenInput {...field} label={f(name)} {...(suggestions && { suggestions })} />
      )}
    />
  );
}
