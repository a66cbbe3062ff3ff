import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// `text-2xs` is a size of this design (globals.css) that the library does not know; it would take it for a colour.
const merge = extendTailwindMerge({ extend: { classGroups: { 'font-size': [{ text: ['2xs'] }] } } });

/** Joins classes; of two that say something about the same thing the later one wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
