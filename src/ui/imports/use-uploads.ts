'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PickedFile } from './pick-files.ts';
import { sendFile, UploadError } from './send-file.ts';

export interface UploadItem {
  key: number;
  name: string;
  file: File;
  state: 'waiting' | 'sending' | 'reading' | 'failed';
  /** 0 to 1. */
  sent: number;
  error: UploadError | null;
}

const atOnce = 2;

/** Sends files two at a time. A file leaves the list when it has arrived: from then on the draft knows it. */
export function useUploads(draft: () => Promise<string>, onArrived: () => Promise<unknown>) {
  const [items, setItems] = useState<UploadItem[]>([]);
  const nextKey = useRef(1);
  const running = useRef(new Set<number>());
  const latest = useRef({ draft, onArrived });
  latest.current = { draft, onArrived };

  const change = useCallback((key: number, to: Partial<UploadItem>) => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }, []);
  const dismiss = useCallback((key: number) => setItems((all) => all.filter((item) => item.key !== key)), []);

  const free = useCallback((key: number) => {
    running.current.delete(key);
    // Looks for the next one that waits.
    setItems((all) => [...all]);
  }, []);

  const send = useCallback(
    async ({ key, name, file }: UploadItem) => {
      change(key, { state: 'sending' });
      try {
        const runId = await latest.current.draft();
        const onProgress = (sent: number) => change(key, { sent, state: sent < 1 ? 'sending' : 'reading' });
        await sendFile({ runId, name, file, onProgress });
        // The next one is sent meanwhile; this one stays in the list until the draft shows it.
        free(key);
        await latest.current.onArrived();
        dismiss(key);
      } catch (error) {
        change(key, {
          state: 'failed',
          error: error instanceof UploadError ? error : new UploadError(error),
        });
        free(key);
      }
    },
    [change, dismiss, free],
  );

  useEffect(() => {
    for (const item of items) {
      if (running.current.size >= atOnce) return;
      if (item.state !== 'waiting' || running.current.has(item.key)) continue;
      running.current.add(item.key);
      void send(item);
    }
  }, [items, send]);

  const add = useCallback((files: PickedFile[]) => {
    const added = files.map(({ name, file }): UploadItem => {
      return { key: nextKey.current++, name, file, state: 'waiting', sent: 0, error: null };
    });
    setItems((all) => [...all, ...added]);
  }, []);
  const retry = useCallback(
    (key: number) => change(key, { state: 'waiting', sent: 0, error: null }),
    [change],
  );

  return { items, add, retry, dismiss, arriving: items.filter(({ state }) => state !== 'failed').length };
}
