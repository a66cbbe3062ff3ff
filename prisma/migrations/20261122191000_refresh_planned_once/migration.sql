-- Its four statements go by key for one id as for thousands: planning them anew with each save took five times as long
-- as running them.
ALTER FUNCTION refresh_association_index(uuid[]) SET plan_cache_mode = force_generic_plan;
