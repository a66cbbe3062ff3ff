import { NotFoundPage } from '#ui/shell/not-found-page.tsx';

export default function NotFound() {
  return <NotFoundPage trash />;
}
