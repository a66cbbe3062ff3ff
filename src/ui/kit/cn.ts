import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// `text-2xs` is ours: without this it would be taken for a colour and drop a real one.
const merge = extendTailwindMerge({ extend: { theme: { text: ['2xs'] } } });

export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
