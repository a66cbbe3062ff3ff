import { describe, expect, it } from 'vitest';
import { onFirstToast, receiveToasts, type ToastCall, toast } from './toast.ts';

describe('toast', () => {
  it('keeps what is said before anybody can show it, in order, and wakes the one who will', () => {
    let woken = 0;
    const sleep = onFirstToast(() => {
      woken++;
    });
    const id = toast.success('Sparat', { action: { label: 'Ångra', onClick: () => {} } });
    toast.dismiss(id);
    expect(woken).toBeGreaterThan(0);

    const shown: ToastCall[] = [];
    const stop = receiveToasts((call) => shown.push(call));
    expect(shown).toMatchObject([{ kind: 'success', text: 'Sparat', options: { id } }, { dismiss: id }]);

    toast.error('Det gick inte');
    expect(shown).toHaveLength(3);
    stop();
    sleep();
  });

  it('takes away an older good news when something fails, but not one that offers to undo', () => {
    const shown: ToastCall[] = [];
    const stop = receiveToasts((call) => shown.push(call));
    const saved = toast.success('Sparat');
    const removed = toast.success('Borttaget', { action: { label: 'Ångra', onClick: () => {} } });
    toast.error('Det gick inte');
    toast.error('Det gick inte heller');
    const gone = shown.flatMap((call) => ('dismiss' in call ? [call.dismiss] : []));
    expect(gone).toContain(saved);
    expect(gone).not.toContain(removed);
    expect(gone.filter((id) => id === saved)).toHaveLength(1);
    stop();
  });

  it('gives every message an id of its own, unless it is given one', () => {
    const stop = receiveToasts(() => {});
    expect(toast.info('a')).not.toBe(toast.info('b'));
    expect(toast.loading('c', { id: 'import' })).toBe('import');
    stop();
  });
});
