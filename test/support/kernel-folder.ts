import { fileURLToPath } from 'node:url';

/** Where tests find what runs inside a kernel: global-setup.ts builds it. */
export const KERNEL_FOLDER = fileURLToPath(new URL('../../.cache/kernel', import.meta.url));
