'use client';
import { type ComponentType, createElement, lazy, useEffect, useState } from 'react';
import { PieceBoundary, PieceMissing } from './piece-boundary.tsx';

type Trigger = { onPointerEnter: () => void; onFocus: () => void; onClick: () => void };

/**
 * What opens (menus, lists, dialogs) is most of a page's code and little of its first paint, so it comes when it is
 * wanted: fetched as pointer or focus reach the trigger, put in its place by the click that opens it.
 * `instead` stands where it did not come; without one a word at the page's edge offers to try again.
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead?: ComponentType<P>,
) {
  const fetchPiece = () =>
    lazy(async () => ({
      default: await load().catch((error: unknown) => {
        if (instead) return instead;
        throw new PieceMissing('A piece of the page did not come.', { cause: error });
      }),
    }));
  // React keeps a failed piece as failed: trying again takes a new one.
  let Piece = fetchPiece();
  const retry = () => {
    Piece = fetchPiece();
  };
  const Loaded = (props: P) =>
    createElement(PieceBoundary, { onRetry: retry, piece: () => createElement(Piece, props) });
  const warm = () => {
    load().catch(() => {
      // Without a connection now; the click tries again and its failure is shown.
    });
  };
  return {
    Loaded,
    warm,
    useTrigger(): { wanted: boolean; trigger: Trigger } {
      const [wanted, setWanted] = useState(false);
      return { wanted, trigger: { onPointerEnter: warm, onFocus: warm, onClick: () => setWanted(true) } };
    },
  };
}

const LATEST_MS = 1500;

/** Runs once the page has been shown and the browser is idle: the moment to fetch what the keyboard may ask for. */
export function useQuietly(action: () => void): void {
  useEffect(() => {
    // Older Safari cannot tell when it is idle.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(action, LATEST_MS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(action, { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [action]);
}
