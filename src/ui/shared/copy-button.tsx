'use client';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { Tooltip } from '#ui/kit/tooltip.tsx';

const SHOWN_MS = 2000;

/** `label` names what is copied ("Kopiera e-post"). */
export function CopyButton({
  value,
  label,
  className,
}: {
  value: string;
  label: string;
  className?: string;
}) {
  const w = useTranslations('words.action');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Tooltip label={copied ? w('copied') : label}>
      <Button variant="ghost" size="icon-sm" aria-label={label} onClick={copy} className={className}>
        {copied ? <Check aria-hidden className="text-tone-success-foreground" /> : <Copy aria-hidden />}
        <span role="status" className="sr-only">
          {copied ? w('copied') : ''}
        </span>
      </Button>
    </Tooltip>
  );
}
