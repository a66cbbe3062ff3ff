'use client';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';
import { Wordmark } from './mark.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

type Props = { title: ReactNode; description?: ReactNode; children: ReactNode; footer?: ReactNode };

/** The page of those who are not signed in yet: sign-in, invitation, set-up, new password. */
export function CenteredCard({ title, description, children, footer }: Props) {
  return (
    <div className="flex min-h-dvh flex-col bg-sidebar">
      <main
        id="content"
        className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 px-4 py-10"
      >
        <Wordmark className="self-center" />
        <div className="flex flex-col gap-5 rounded-xl border bg-card p-6 shadow-sm">
          <div className="flex flex-col gap-1">
            <h1 className="font-semibold text-lg">{title}</h1>
            {description ? <div className="text-pretty text-muted-foreground">{description}</div> : null}
          </div>
          {children}
        </div>
        {footer ? <div className="text-center text-muted-foreground text-sm">{footer}</div> : null}
      </main>
      <footer className="flex items-center justify-center gap-3 px-4 pb-6">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}
