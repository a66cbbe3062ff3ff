import { History, Search, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

// A shelf of binders, each [left, width, height, tone]: the mark's own motif, larger.
const BINDERS = [
  [0, 34, 150, 'fill-primary'],
  [40, 26, 128, 'fill-tone-success-foreground/40'],
  [72, 34, 162, 'fill-primary/75'],
  [112, 42, 140, 'fill-card'],
  [160, 26, 156, 'fill-primary/45'],
  [192, 34, 132, 'fill-primary'],
  [232, 34, 150, 'fill-tone-attention-foreground/35'],
  [272, 26, 164, 'fill-primary/60'],
  [304, 42, 144, 'fill-card'],
  [352, 34, 158, 'fill-primary/85'],
] as const;

const SHELF_PX = 170;

/** What Kansli is, beside the door; only where there is room for it. */
export function BrandPanel() {
  const t = useTranslations('auth.brand');
  return (
    <aside className="hidden flex-col justify-between gap-10 overflow-hidden bg-primary-soft p-12 text-primary-soft-foreground lg:flex">
      <div className="flex max-w-md flex-col gap-8 xl:pt-8">
        <p className="text-balance font-semibold text-2xl tracking-tight">{t('heading')}</p>
        <ul className="flex flex-col gap-4">
          <Point icon={<Search aria-hidden />}>{t('find')}</Point>
          <Point icon={<ShieldCheck aria-hidden />}>{t('keep')}</Point>
          <Point icon={<History aria-hidden />}>{t('follow')}</Point>
        </ul>
      </div>
      <svg viewBox="0 0 386 176" aria-hidden="true" className="w-full max-w-lg self-start">
        {BINDERS.map(([x, width, height, tone]) => (
          <g key={x}>
            <rect x={x} y={SHELF_PX - height} width={width} height={height} rx="4" className={tone} />
            <rect
              x={x + width / 2 - 6}
              y={SHELF_PX - height + 18}
              width="12"
              height="34"
              rx="2"
              className="fill-primary-soft"
            />
            <circle cx={x + width / 2} cy={SHELF_PX - 28} r="6" className="fill-primary-soft" />
          </g>
        ))}
        <rect y={SHELF_PX} width="386" height="6" rx="3" className="fill-primary-soft-foreground" />
      </svg>
    </aside>
  );
}

function Point({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <li className="flex items-start gap-3 text-base [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0">
      {icon}
      {children}
    </li>
  );
}
