'use client';
import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePause,
  CircleX,
  Clock,
  FileText,
  Handshake,
  type LucideIcon,
  MessageCircle,
  Sparkles,
  Target,
  ThumbsUp,
  Trophy,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '#ui/kit/badge.tsx';
import { cn } from '#ui/kit/cn.ts';

export const statusLooks = {
  UNCONTACTED: { tone: 'neutral', icon: CircleDashed },
  CONTACTED: { tone: 'info', icon: MessageCircle },
  INTERESTED: { tone: 'attention', icon: Sparkles },
  NEGOTIATION: { tone: 'progress', icon: Handshake },
  MEMBER: { tone: 'success', icon: CircleCheck },
  LOST: { tone: 'danger', icon: CircleX },
  INACTIVE: { tone: 'outline', icon: CirclePause },
} as const satisfies Record<string, { tone: Tone; icon: LucideIcon }>;

export const stageLooks = {
  PROSPECT: { tone: 'neutral', icon: Target },
  QUALIFIED: { tone: 'info', icon: ThumbsUp },
  PROPOSAL_SENT: { tone: 'attention', icon: FileText },
  FOLLOW_UP: { tone: 'progress', icon: Clock },
  CLOSED_WON: { tone: 'success', icon: Trophy },
  CLOSED_LOST: { tone: 'danger', icon: CircleMinus },
} as const satisfies Record<string, { tone: Tone; icon: LucideIcon }>;

type Look = {
  /** `quiet` colours the icon alone: for dense lists, where one filled badge a row is enough. */
  quiet?: boolean;
  className?: string;
};

const quietIcon: Record<Tone, string> = {
  neutral: 'text-muted-foreground',
  outline: 'text-muted-foreground',
  primary: 'text-primary',
  info: 'text-tone-info-foreground',
  attention: 'text-tone-attention-foreground',
  progress: 'text-tone-progress-foreground',
  success: 'text-tone-success-foreground',
  danger: 'text-tone-danger-foreground',
};

export function StatusBadge({ status, ...look }: Look & { status: keyof typeof statusLooks }) {
  const t = useTranslations('words.crmStatus');
  return <Shown {...statusLooks[status]} {...look} word={t(status)} />;
}

export function StageBadge({ stage, ...look }: Look & { stage: keyof typeof stageLooks }) {
  const t = useTranslations('words.pipeline');
  return <Shown {...stageLooks[stage]} {...look} word={t(stage)} />;
}

function Shown({
  tone,
  icon: Icon,
  word,
  quiet,
  className,
}: Look & { tone: Tone; icon: LucideIcon; word: string }) {
  if (quiet) {
    return (
      <span className={cn('inline-flex min-w-0 items-center gap-1.5 align-middle', className)}>
        <Icon aria-hidden className={cn('size-4 shrink-0', quietIcon[tone])} />
        <span className="truncate">{word}</span>
      </span>
    );
  }
  return (
    <Badge tone={tone} className={className}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}
