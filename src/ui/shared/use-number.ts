'use client';
import { useFormatter } from 'next-intl';

/** 3967 becomes 3 967 in Swedish and 3,967 in English. */
export function useNumber(): (value: number | bigint) => string {
  const { number } = useFormatter();
  return (value) => number(value, 'integer');
}
