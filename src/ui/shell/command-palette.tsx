'use client';
import { Building2, FileUp, Languages, LogOut, Plus, Search, SunMoon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useState } from 'react';
import { can, type Role } from '#domain/permissions.ts';
import { locales } from '#ui/i18n/locales.ts';
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from '#ui/kit/command.tsx';
import { Dialog, DialogContent, DialogTitle } from '#ui/kit/dialog.tsx';
import { filterOptions } from '#ui/kit/filter-options.ts';
import { Spinner } from '#ui/kit/spinner.tsx';
import type { NavEntry } from './nav.ts';
import { themes } from './themes.ts';
import { useAssociationSearch } from './use-association-search.ts';
import { useSetLocale } from './use-set-locale.ts';
import { useSignOut } from './use-sign-out.ts';

type Props = {
  close: () => void;
  entries: readonly NavEntry[];
  role: Role;
};

export function CommandPalette(props: Props) {
  const t = useTranslations('shell.palette');
  return (
    <Dialog open onOpenChange={props.close}>
      <DialogContent aria-describedby={undefined} className="top-[12vh] max-w-xl translate-y-0 max-md:top-4">
        <DialogTitle className="sr-only">{t('title')}</DialogTitle>
        <PaletteBody {...props} />
      </DialogContent>
    </Dialog>
  );
}

function PaletteBody({ entries, role, close }: Props) {
  const t = useTranslations('shell');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const { hits, state } = useAssociationSearch(query);
  const actions = useActions(role);
  const go = (href: string) => () => {
    close();
    router.push(href);
  };
  const pages = filterOptions(
    entries.map((entry) => ({ ...entry, label: t(`nav.${entry.key}`) })),
    query,
  );
  const text = query.trim();
  const best = pages[0] ? `page-${pages[0].key}` : hits[0] ? `association-${hits[0].id}` : 'all-hits';
  const [active, setActive] = useState({ best, value: best });
  // Enter opens the best hit, also when it came after the last letter, unless the person moved on from there.
  if (active.best !== best) setActive({ best, value: best });
  return (
    <Command
      shouldFilter={false}
      label={t('palette.title')}
      value={active.value}
      onValueChange={(value) => setActive({ best, value })}
    >
      <CommandInput value={query} onValueChange={setQuery} placeholder={t('palette.placeholder')} />
      <CommandList className="max-h-[min(26rem,60dvh)]">
        {state === 'ready' || state === 'idle' ? (
          <CommandEmpty>{t('palette.empty', { query: text })}</CommandEmpty>
        ) : null}
        {pages.length > 0 ? (
          <CommandGroup heading={t('palette.pages')}>
            {pages.map((page) => (
              <CommandItem key={page.key} value={`page-${page.key}`} onSelect={go(page.href)}>
                <page.icon aria-hidden />
                {page.label}
              </CommandItem>
            ))}
          </CommandGroup>
        ) : null}
        {text ? (
          <CommandGroup heading={t('palette.associations')}>
            {hits.map((hit) => (
              <CommandItem
                key={hit.id}
                value={`association-${hit.id}`}
                onSelect={go(`/associations/${hit.id}`)}
              >
                <Building2 aria-hidden />
                <span className="truncate">{hit.label}</span>
                {hit.hint ? (
                  <span className="ml-auto truncate text-muted-foreground text-xs">{hit.hint}</span>
                ) : null}
              </CommandItem>
            ))}
            {state === 'loading' ? <Spinner label={t('palette.searching')} className="ml-2" /> : null}
            {state === 'ready' && hits.length === 0 ? (
              <p className="px-2 py-1 text-muted-foreground">{t('palette.noAssociations')}</p>
            ) : null}
            {state === 'failed' ? (
              <p className="px-2 py-1 text-muted-foreground">{t('palette.failed')}</p>
            ) : null}
            <CommandItem value="all-hits" onSelect={go(`/associations?q=${encodeURIComponent(text)}`)}>
              <Search aria-hidden />
              {t('palette.allHits', { query: text })}
            </CommandItem>
          </CommandGroup>
        ) : null}
        <ActionGroup actions={filterOptions(actions, query)} heading={t('palette.actions')} close={close} />
      </CommandList>
    </Command>
  );
}

type Action = { id: string; label: string; icon: typeof Plus; run: () => void };

function ActionGroup({ actions, heading, close }: { actions: Action[]; heading: string; close: () => void }) {
  if (actions.length === 0) return null;
  return (
    <CommandGroup heading={heading}>
      {actions.map((action) => (
        <CommandItem
          key={action.id}
          value={`action-${action.id}`}
          onSelect={() => {
            close();
            action.run();
          }}
        >
          <action.icon aria-hidden />
          {action.label}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

function useActions(role: Role): Action[] {
  const t = useTranslations('shell');
  const router = useRouter();
  const { theme, setTheme } = useTheme();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const signOut = useSignOut();
  const actions: Action[] = [];
  if (can(role, 'association.write')) {
    actions.push({
      id: 'new',
      label: t('palette.newAssociation'),
      icon: Plus,
      run: () => router.push('/associations/new'),
    });
  }
  if (can(role, 'import.run')) {
    actions.push({
      id: 'import',
      label: t('palette.newImport'),
      icon: FileUp,
      run: () => router.push('/imports'),
    });
  }
  for (const name of themes.filter((candidate) => candidate !== theme)) {
    actions.push({
      id: `theme-${name}`,
      label: `${t('theme.label')}: ${t(`theme.${name}`)}`,
      icon: SunMoon,
      run: () => setTheme(name),
    });
  }
  for (const name of locales.filter((candidate) => candidate !== locale)) {
    actions.push({
      id: `language-${name}`,
      label: `${t('language.label')}: ${t(`language.${name}`)}`,
      icon: Languages,
      run: () => setLocale(name),
    });
  }
  actions.push({ id: 'sign-out', label: t('user.signOut'), icon: LogOut, run: signOut });
  return actions;
}
