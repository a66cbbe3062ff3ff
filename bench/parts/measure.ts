// Times work and prints it beside its floor: medians and tails, never a single time.

export interface Timing {
  name: string;
  p50: number;
  p95: number;
  p99: number;
  n: number;
}

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Runs `work` one at a time: half as many rounds as warm-up, as a part that has run for a while, then `rounds` timed. Milliseconds. */
export async function measure(
  name: string,
  rounds: number,
  work: (round: number) => Promise<unknown>,
): Promise<Timing> {
  for (let round = 0; round < Math.ceil(rounds / 2); round += 1) await work(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return { name, p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99), n: rounds };
}

const cell = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1)).padStart(9);

/** `floor` is the plainest correct way in the same run; `bar` is the goal for p50/p99. */
export function printTimings(rows: { ours: Timing; floor?: Timing; bar?: [number, number] }[]): void {
  console.log(
    `${'ms'.padEnd(44)}${['p50', 'p95', 'p99', 'floor p50', 'ratio', 'bar'].map((head) => head.padStart(11)).join('')}`,
  );
  for (const { ours, floor, bar } of rows) {
    const ratio = floor ? `${(ours.p50 / floor.p50).toFixed(1)}x` : '';
    const verdict = bar
      ? `${bar[0]}/${bar[1]} ${ours.p50 <= bar[0] && ours.p99 <= bar[1] ? 'ok' : 'MISSED'}`
      : '';
    const numbers = [ours.p50, ours.p95, ours.p99].map((value) => cell(value).padStart(11)).join('');
    console.log(
      `${ours.name.padEnd(44)}${numbers}${(floor ? cell(floor.p50) : '').padStart(11)}${ratio.padStart(11)}  ${verdict}`,
    );
  }
}

/** Seeded, so that two runs ask the same questions (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
