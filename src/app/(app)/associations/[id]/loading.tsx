import { RecordSkeleton } from '#ui/associations/record/record-skeleton.tsx';

export default RecordSkeleton;
