import { ListLoading } from '#ui/associations/list/list-loading.tsx';

export default ListLoading;
