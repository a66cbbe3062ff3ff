import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * The library leaves a query's first fetch running when the query is invalidated, and takes its answer for fresh, though
 * it was asked for before the change. Here it is asked for again, as a later fetch would be.
 */
export class QueryCache extends QueryClient {
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
