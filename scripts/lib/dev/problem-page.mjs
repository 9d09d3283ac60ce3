/**
 * What stands in place of a page that could not be made: the reason, once more in Vite's overlay, and
 * its client, which loads the page again when the reason is gone.
 * @param {Error & { id?: string, frame?: string }} error
 */
export function problemPage({ message, stack = '', id, frame }) {
  const shown = JSON.stringify({ message, stack: frame ? '' : stack, id, frame });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Streambook: a mistake</title>
    <script type="module">
      import { ErrorOverlay } from '/@vite/client';
      document.body.append(new ErrorOverlay(${shown.replaceAll('<', '\\u003c')}));
    </script>
  </head>
  <body>
    <h1>The page cannot be shown yet</h1>
    <pre>${[message, frame].filter(Boolean).join('\n\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>
    <p>It comes back by itself when this is mended.</p>
  </body>
</html>
`;
}
