/**
 * One package of a lock file, as far as this matters.
 * @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean, os?: string[], cpu?: string[] }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/**
 * The folders of packages that the lock file asks for and that are not installed in that version.
 * Parts for other systems are not asked for; parts of which one of several serves (glibc, musl) neither.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, which npm writes last of all
 * @param {{ dev: boolean }} options whether packages for development are asked for
 * @returns {string[]}
 */
export function missingPackages(lock, installed, { dev }) {
  return Object.entries(lock.packages)
    .filter(([folder, wanted]) => {
      if (folder === '' || wanted.link || wanted.optional) return false;
      if (!dev && (wanted.dev || wanted.devOptional)) return false;
      return installed.packages[folder]?.version !== wanted.version;
    })
    .map(([folder]) => folder);
}

/**
 * Whether packages for development were installed too.
 * @param {Lock} installed
 */
export function hasDevPackages(installed) {
  return Object.values(installed.packages).some((item) => item.dev);
}
