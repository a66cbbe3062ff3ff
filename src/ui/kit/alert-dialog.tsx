'use client';
import * as AlertDialogPrimitive from 'radix-ui/alert-dialog';
import type { ComponentProps, ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { dialogPanelClasses, overlayClasses } from './dialog.tsx';

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  variant?: ButtonProps['variant'];
  pending?: boolean;
  onConfirm: () => void;
};

/** One question, two answers. Stays open while `pending`, so that a failed action keeps its place. */
export function AlertDialog({
  open,
  onOpenChange,
  trigger,
  pending,
  variant = 'destructive',
  ...props
}: Props) {
  return (
    <AlertDialogPrimitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <AlertDialogPrimitive.Trigger asChild>{trigger}</AlertDialogPrimitive.Trigger> : null}
      <AlertDialogPrimitive.Portal>
        <AlertDialogPrimitive.Overlay className={overlayClasses} />
        <AlertDialogPrimitive.Content className={cn(dialogPanelClasses, 'max-w-md gap-4 p-5')}>
          <div className="flex flex-col gap-2">
            <AlertDialogPrimitive.Title className="font-semibold text-base">
              {props.title}
            </AlertDialogPrimitive.Title>
            <AlertDialogPrimitive.Description asChild>
              <div className="text-muted-foreground text-sm">{props.description}</div>
            </AlertDialogPrimitive.Description>
            {props.children}
          </div>
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <AlertDialogPrimitive.Cancel asChild>
              <Button disabled={pending}>{props.cancelLabel}</Button>
            </AlertDialogPrimitive.Cancel>
            <Confirm variant={variant} pending={pending} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Confirm>
          </div>
        </AlertDialogPrimitive.Content>
      </AlertDialogPrimitive.Portal>
    </AlertDialogPrimitive.Root>
  );
}

function Confirm({ pending, onClick, ...props }: ComponentProps<typeof Button>) {
  if (pending !== undefined) return <Button pending={pending} onClick={onClick} {...props} />;
  return (
    <AlertDialogPrimitive.Action asChild>
      <Button onClick={onClick} {...props} />
    </AlertDialogPrimitive.Action>
  );
}
