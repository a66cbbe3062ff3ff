'use client';
import { ErrorPage } from '#ui/shell/error-page.tsx';

export default ErrorPage;
