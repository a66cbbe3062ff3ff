import { NotFoundPage } from '#ui/shell/not-found-page.tsx';

export default NotFoundPage;
