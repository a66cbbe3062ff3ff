'use client';
import { useSyncExternalStore } from 'react';
import { offeredVersion, onOffer } from '#api/client.tsx';

/** The version that the server has become since this page came, while reloading is offered. */
export const useOfferedVersion = (): string | undefined =>
  useSyncExternalStore(onOffer, offeredVersion, () => undefined);
