'use client';
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { Spinner } from './spinner.tsx';
import { receiveToasts } from './toast.ts';

/** Ten seconds: long enough to find and press Undo. */
const DURATION_MS = 10_000;

export function ToasterView({ regionLabel, closeLabel }: { regionLabel: string; closeLabel: string }) {
  const { resolvedTheme } = useTheme();
  useEffect(
    () =>
      receiveToasts((call) => {
        if ('dismiss' in call) toast.dismiss(call.dismiss);
        else toast[call.kind](call.text, call.options);
      }),
    [],
  );
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      style={{ fontFamily: 'inherit' }}
      duration={DURATION_MS}
      closeButton
      containerAriaLabel={regionLabel}
      mobileOffset={{ bottom: 'calc(4.5rem + env(safe-area-inset-bottom))' }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-tone-success-foreground" />,
        info: <Info aria-hidden className="size-4 text-tone-info-foreground" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-tone-attention-foreground" />,
        error: <CircleAlert aria-hidden className="size-4 text-tone-danger-foreground" />,
        loading: <Spinner />,
        close: <X aria-hidden className="size-4" />,
      }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg border bg-popover px-4 py-3 text-popover-foreground text-sm shadow-lg sm:w-96',
          content: 'flex min-w-0 flex-1 flex-col gap-0.5',
          title: 'font-medium',
          description: 'text-muted-foreground',
          actionButton:
            'shrink-0 rounded-md bg-primary-soft px-2.5 py-1.5 font-medium text-primary-soft-foreground text-xs hover:opacity-80',
          cancelButton: 'shrink-0 rounded-md px-2.5 py-1.5 font-medium text-xs hover:bg-accent',
          closeButton:
            'order-last grid size-6 shrink-0 place-items-center rounded-md text-muted-foreground hover:bg-accent pointer-coarse:-my-2 pointer-coarse:-mr-2 pointer-coarse:size-11',
          icon: 'shrink-0',
        },
      }}
    />
  );
}
