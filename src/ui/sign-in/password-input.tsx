'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { Input } from '#ui/kit/input.tsx';

type Props = Omit<ComponentProps<typeof Input>, 'type'> & {
  autoComplete: 'current-password' | 'new-password';
};

/** A password that its owner may look at while typing it. Pasting from a password manager works. */
export function PasswordInput(props: Props) {
  const t = useTranslations('auth');
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        maxLength={500}
        autoCapitalize="none"
        spellCheck={false}
        className="pr-10 pointer-coarse:pr-12"
      />
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t(shown ? 'hidePassword' : 'showPassword')}
        aria-controls={props.id}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0.5 my-auto"
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </div>
  );
}
