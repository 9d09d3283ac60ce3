import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const TEXT = /\.(css|html|js|json|mjs|svg|ttf|txt|wasm|xml)$/;
/** Below it a response fits one packet anyway. */
const SMALLEST_BYTES = 1024;
/** Above it the best quality of brotli takes seconds for a few percent. */
const BIG_BYTES = 256 * 1024;

/**
 * Writes `file.br` and `file.gz` beside every static file that becomes smaller by it.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile() && TEXT.test(item.name));
  await Promise.all(files.map((item) => compressFile(path.join(item.parentPath, item.name))));
}

/** @param {string} file */
async function compressFile(file) {
  const content = await readFile(file);
  if (content.length < SMALLEST_BYTES) return;
  const quality = content.length > BIG_BYTES ? 9 : 11;
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: quality };
  const [br, gz] = await Promise.all([brotli(content, { params }), gzip(content, { level: 9 })]);
  if (br.length < content.length) await writeFile(`${file}.br`, br);
  if (gz.length < content.length) await writeFile(`${file}.gz`, gz);
}
