import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
} from '@tanstack/react-query';
import { ownSaveAnsweredAt } from './own-saves.ts';
import { associationsOf, type Change, isAffected } from './shows.ts';

/** So many changed associations are read by themselves; beyond, a list is read again whole. */
const mostChanged = 50;

/** The browser's answers of the API: what a change makes out of date is read again, and no more than that. */
export class QueryCache extends QueryClient {
  /** When each was last asked for (`performance.now()`). */
  private readonly asked = new WeakMap<Query, number>();

  override mount(): void {
    super.mount();
    this.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'fetch') this.noteAsked(event.query as Query);
    });
  }

  private noteAsked(query: Query): void {
    this.asked.set(query, performance.now());
  }

  /** Reads again what the changes concern, as each query says it (`meta.shows`). */
  async readAgain(changes: readonly Change[]): Promise<void> {
    const whole = new Set<Query>();
    const byRow: Promise<void>[] = [];
    for (const query of this.getQueryCache().getAll()) {
      const news = changes.filter((change) => isAffected(query, change) && !this.isKnown(query, change));
      if (news.length === 0) continue;
      const ids = [...new Set(news.flatMap(associationsOf))];
      const { readChanged } = query.meta?.shows ?? {};
      const few = ids.length > 0 && ids.length <= mostChanged && news.every(({ many }) => !many);
      if (readChanged && few && query.isActive() && query.state.fetchStatus === 'idle') {
        this.noteAsked(query);
        byRow.push(
          readChanged(this, ids).then(
            (read) => read || void whole.add(query),
            () => void whole.add(query),
          ) as Promise<void>,
        );
      } else whole.add(query);
    }
    const again = (queries: ReadonlySet<unknown>) =>
      queries.size > 0 ? this.invalidateQueries({ predicate: (query) => queries.has(query) }) : undefined;
    const first = new Set(whole);
    whole.clear();
    await Promise.all([again(first), Promise.all(byRow).then(() => again(whole))]);
  }

  /** A save of this tab's own that the query was asked about since: the answer on the screen knows it. */
  private isKnown(query: Query, { requestId }: Change): boolean {
    const answeredAt = requestId === undefined ? undefined : ownSaveAnsweredAt(requestId);
    return answeredAt !== undefined && (this.asked.get(query) ?? 0) >= answeredAt;
  }

  /**
   * The library leaves a query's first fetch running when the query is invalidated, and takes its answer for fresh, though
   * it was asked for before the change. Here it is asked for again, as a later fetch would be.
   */
  override invalidateQueries(filters?: InvalidateQueryFilters, options?: InvalidateOptions): Promise<void> {
    const onTheirWay = this.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' });
    for (const query of filters?.refetchType === 'none' ? [] : onTheirWay) {
      const isFirst = query.state.data === undefined && query.isActive() && !query.isDisabled();
      // Silent: those who wait for the first answer are given the second one.
      if (isFirst) void query.cancel({ silent: true });
    }
    return super.invalidateQueries(filters, options);
  }
}
