'use client';
import { useEffect, useRef } from 'react';

/** `mod+k` is Ctrl or Cmd; `g f` is g and then f within a second; single letters are as typed (`?`, `j`).
 *  A handler that answers `false` did not want the key after all, and the browser gets it. */
export type Hotkeys = Record<string, ((event: KeyboardEvent) => unknown) | undefined>;

const SEQUENCE_MS = 1000;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** Bare keys rest while somebody types or a dialog or menu is open; combinations with mod always work. */
export function useHotkeys(keys: Hotkeys, enabled = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    if (!enabled) return;
    let pressed = '';
    let pressedAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = keyName(event);
      const combination = name.startsWith('mod+');
      if (!combination && (isTyping(event.target) || isCovered())) return;
      const sequence = event.timeStamp - pressedAt < SEQUENCE_MS ? `${pressed} ${name}` : name;
      const action = latest.current[sequence] ?? latest.current[name];
      pressed = name;
      pressedAt = event.timeStamp;
      if (!action) return;
      if (action(event) !== false) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}

function isCovered(): boolean {
  return (
    document.querySelector(
      '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state="open"]',
    ) !== null
  );
}
