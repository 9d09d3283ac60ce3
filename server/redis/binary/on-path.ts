import { access, constants } from 'node:fs/promises';
import path from 'node:path';

/** The absolute path of a program, searched as a shell would; null when there is none. */
export async function onPath(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const windows = process.platform === 'win32';
  const endings = windows ? (env['PATHEXT'] ?? '.EXE').split(';') : [''];
  for (const folder of (env['PATH'] ?? '').split(path.delimiter)) {
    if (!folder) continue;
    for (const ending of endings) {
      const candidate = path.resolve(folder, name + ending);
      if (await isExecutable(candidate)) return candidate;
    }
  }
  return null;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
