'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { ToggleGroup, ToggleGroupItem } from '#ui/kit/toggle-group.tsx';
import { useHydrated } from '#ui/shared/use-hydrated.ts';
import { themes } from './themes.ts';

const ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

export function ThemeSwitch() {
  const t = useTranslations('shell.theme');
  const { theme, setTheme } = useTheme();
  const hydrated = useHydrated();
  return (
    <ToggleGroup
      type="single"
      // The server cannot know the choice, so nothing is marked until the browser has taken over.
      value={(hydrated && theme) || ''}
      onValueChange={(value: string) => value && setTheme(value)}
      aria-label={t('label')}
    >
      {themes.map((name) => {
        const Icon = ICONS[name];
        return (
          <ToggleGroupItem key={name} value={name} aria-label={t(name)} className="px-2">
            <Icon aria-hidden />
          </ToggleGroupItem>
        );
      })}
    </ToggleGroup>
  );
}
