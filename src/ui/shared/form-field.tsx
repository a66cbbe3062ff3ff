'use client';
import type { ReactElement, ReactNode } from 'react';
import {
  type Control,
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
  useController,
} from 'react-hook-form';
import { Field, type FieldProps } from './field.tsx';

type Props<V extends FieldValues, N extends FieldPath<V>> = {
  control: Control<V>;
  name: N;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
  render: (field: ControllerRenderProps<V, N> & FieldProps) => ReactElement;
};

/** `Field` bound to react-hook-form. The error's message is shown as it is: schemas and forms give it in words. */
export function FormField<V extends FieldValues, N extends FieldPath<V>>({
  control,
  name,
  render,
  ...props
}: Props<V, N>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field {...props} error={fieldState.error?.message}>
      {(attributes) => render({ ...field, ...attributes })}
    </Field>
  );
}
