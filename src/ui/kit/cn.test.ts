import { describe, expect, it } from 'vitest';
import { cn } from './cn.ts';

describe('cn', () => {
  it.each([
    ['w-72 p-4', 'p-0', 'w-72 p-0'],
    ['px-2.5 py-1', 'p-0', 'p-0'],
    ['h-8 pointer-coarse:h-11', 'h-6', 'pointer-coarse:h-11 h-6'],
    ['size-7 shrink-0', 'size-10', 'shrink-0 size-10'],
    ['top-1/2 -translate-y-1/2', 'top-4 translate-y-0', 'top-4 translate-y-0'],
    ['text-sm text-foreground', 'text-xs', 'text-foreground text-xs'],
    ['text-sm text-foreground', 'text-muted-foreground', 'text-sm text-muted-foreground'],
    ['text-sm', 'text-[0.5625rem]', 'text-[0.5625rem]'],
    ['border border-input', 'border-destructive', 'border border-destructive'],
    ['max-w-lg rounded-lg', 'max-w-2xl', 'rounded-lg max-w-2xl'],
    ['flex items-center', 'hidden md:flex', 'items-center hidden md:flex'],
    ['flex flex-1', 'flex-col', 'flex flex-1 flex-col'],
    ['bg-card hover:bg-accent', 'bg-muted', 'hover:bg-accent bg-muted'],
    [
      'overflow-y-auto overflow-x-hidden',
      'gap-x-4 gap-y-2',
      'overflow-y-auto overflow-x-hidden gap-x-4 gap-y-2',
    ],
    ['border-b border-border', 'border-t', 'border-b border-border border-t'],
    ['text-pretty text-muted-foreground', 'text-center', 'text-pretty text-muted-foreground text-center'],
    ['inset-x-0 bottom-0 rounded-t-xl', 'rounded-none', 'inset-x-0 bottom-0 rounded-none'],
    ['-translate-x-1/2', 'translate-x-0', 'translate-x-0'],
  ])('%s with %s is %s', (own, given, result) => {
    expect(cn(own, given)).toBe(result);
  });

  it('leaves out what is not on', () => {
    expect(cn('a', false, undefined, null, { b: true, c: false })).toBe('a b');
  });
});
