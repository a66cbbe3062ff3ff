'use client';
import { useTranslations } from 'next-intl';
import { type Role, roles } from '#domain/permissions.ts';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '#ui/kit/select.tsx';
import type { FieldProps } from '#ui/shared/field.tsx';

type Props = FieldProps & { value: Role; onChange: (role: Role) => void; disabled?: boolean };

/** Each role with the sentence that says what it may do. */
export function RoleSelect({ value, onChange, disabled, ...field }: Props) {
  const w = useTranslations('words.role');
  const t = useTranslations('users.roleMeans');
  return (
    <Select value={value} onValueChange={(role) => onChange(role as Role)} disabled={disabled}>
      <SelectTrigger {...field}>
        <SelectValue>{w(value)}</SelectValue>
      </SelectTrigger>
      <SelectContent>
        {roles.map((role) => (
          <SelectItem key={role} value={role}>
            <span className="flex flex-col py-0.5">
              <span>{w(role)}</span>
              <span className="text-muted-foreground text-xs">{t(role)}</span>
            </span>
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
