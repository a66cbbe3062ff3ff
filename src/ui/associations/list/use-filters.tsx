'use client';
import { useQuery } from '@tanstack/react-query';
import { Building, CircleDot, Mail, MapPin, Route, UserRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useTRPC } from '#api/client.tsx';
import { crmStatuses, pipelineStages } from '#domain/associations/rules.ts';
import type { Option } from '#ui/kit/option-list.tsx';
import { colleaguesQuery, municipalitiesQuery, typesQuery } from '#ui/shared/choices.ts';
import { useMe } from '#ui/shared/use-me.ts';
import type { ChangeView } from './use-list-view.ts';
import { isNarrowed, type ListView } from './view.ts';

export type Filter = {
  key: 'municipality' | 'type' | 'status' | 'stage' | 'owner' | 'hasEmail';
  label: string;
  icon: ReactNode;
  options: Option[];
  selected: string[];
  onChange: (selected: string[]) => void;
  single?: boolean;
};

// The counts are of all associations: beside what another filter leaves, none is better than a wrong one.
const withoutCount = ({ count: _, ...option }: Option): Option => option;

/** Every filter of the list with its choices: the bar, the chips and the sheet draw from the same. */
export function useFilters(view: ListView, change: ChangeView): Filter[] {
  const t = useTranslations('associations.list.filters');
  const w = useTranslations('words');
  const municipalities = useMunicipalityOptions();
  const types = useTypeOptions();
  const owners = useOwnerOptions();
  return [
    {
      key: 'municipality',
      label: t('municipality'),
      icon: <MapPin aria-hidden />,
      options: isNarrowed({ ...view, municipality: [] }) ? municipalities.map(withoutCount) : municipalities,
      selected: view.municipality,
      onChange: (municipality) => change({ municipality }),
    },
    {
      key: 'type',
      label: t('type'),
      icon: <Building aria-hidden />,
      options: isNarrowed({ ...view, type: [] }) ? types.map(withoutCount) : types,
      selected: view.type,
      onChange: (type) => change({ type }),
    },
    {
      key: 'status',
      label: w('crmStatus.label'),
      icon: <CircleDot aria-hidden />,
      options: crmStatuses.map((value) => ({ value, label: w(`crmStatus.${value}`) })),
      selected: view.status,
      onChange: (chosen) => change({ status: crmStatuses.filter((status) => chosen.includes(status)) }),
    },
    {
      key: 'stage',
      label: w('pipeline.label'),
      icon: <Route aria-hidden />,
      options: pipelineStages.map((value) => ({ value, label: w(`pipeline.${value}`) })),
      selected: view.stage,
      onChange: (chosen) => change({ stage: pipelineStages.filter((stage) => chosen.includes(stage)) }),
    },
    {
      key: 'owner',
      label: t('owner'),
      icon: <UserRound aria-hidden />,
      options: owners,
      selected: view.owner,
      onChange: (owner) => change({ owner }),
    },
    {
      key: 'hasEmail',
      label: t('hasEmail'),
      icon: <Mail aria-hidden />,
      options: [
        { value: 'true', label: t('withEmail') },
        { value: 'false', label: t('withoutEmail') },
      ],
      selected: view.hasEmail === null ? [] : [String(view.hasEmail)],
      onChange: ([chosen]) => change({ hasEmail: chosen === undefined ? null : chosen === 'true' }),
      single: true,
    },
  ];
}

/** Those with associations first; the others can be chosen too, since a link may name them. */
function useMunicipalityOptions(): Option[] {
  const trpc = useTRPC();
  const { number } = useFormatter();
  const { data } = useQuery(municipalitiesQuery(trpc));
  return useMemo(() => {
    const options = (data ?? []).map((each) => ({
      value: each.code,
      label: each.name,
      hint: each.county,
      filled: each.associations > 0,
      count: number(each.associations, 'integer'),
    }));
    return [...options.filter((each) => each.filled), ...options.filter((each) => !each.filled)];
  }, [data, number]);
}

function useTypeOptions(): Option[] {
  const trpc = useTRPC();
  const { number } = useFormatter();
  const { data } = useQuery(typesQuery(trpc));
  return useMemo(
    () =>
      (data ?? []).map(({ type, count }) => ({ value: type, label: type, count: number(count, 'integer') })),
    [data, number],
  );
}

function useOwnerOptions(): Option[] {
  const t = useTranslations('associations.list.filters');
  const trpc = useTRPC();
  const me = useMe();
  const { data } = useQuery(colleaguesQuery(trpc));
  return useMemo(() => {
    const others = (data ?? []).filter((user) => user.id !== me.id);
    return [
      { value: me.id, label: t('mine'), hint: me.name },
      { value: 'none', label: t('noOwner') },
      ...others.map(({ id, name, active }) => ({
        value: id,
        label: name,
        hint: active ? undefined : t('closedAccount'),
      })),
    ];
  }, [data, me, t]);
}
