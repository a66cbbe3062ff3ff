'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { themes } from '#ui/kit/themes.ts';
import { ToggleGroup, ToggleGroupItem } from '#ui/kit/toggle-group.tsx';
import { useTheme } from '#ui/kit/use-theme.ts';

const ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

export function ThemeSwitch() {
  const t = useTranslations('shell.theme');
  const { theme, setTheme } = useTheme();
  return (
    <ToggleGroup
      type="single"
      // The server cannot know the choice, so nothing is marked until the browser has taken over.
      value={theme ?? ''}
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
