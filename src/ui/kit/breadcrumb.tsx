import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { cn } from './cn.ts';

type Crumb = { label: string; href?: string };

/** The last crumb is the page itself and no link. */
export function Breadcrumb({ label, items }: { label: string; items: Crumb[] }) {
  return (
    <nav aria-label={label} className="min-w-0 pb-0.5">
      <ol className="flex min-w-0 items-center gap-1 text-muted-foreground text-sm">
        {items.map((item, index) => (
          // On a phone the way back is enough: the page's own name stands right below.
          <li
            key={item.href ?? item.label}
            className={cn('flex min-w-0 items-center gap-1', !item.href && 'max-md:hidden')}
          >
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5 shrink-0" /> : null}
            {item.href ? (
              <Link href={item.href} className="truncate rounded-sm py-0.5 hover:text-foreground">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate font-medium text-foreground">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
