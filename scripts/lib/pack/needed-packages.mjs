/**
 * What npm writes down of a package, as far as it matters here.
 * @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/**
 * Where some packages are installed, and all that they need: `node_modules/ws`. Optional ones count when
 * they are there. Throws Error naming a package that is missing.
 * @param {Lock} lock what is installed
 * @param {string[]} names
 * @returns {string[]}
 */
export function neededPackages({ packages }, names) {
  /** @type {Set<string>} */
  const places = new Set();
  const visit = (
    /** @type {string} */ from,
    /** @type {string} */ name,
    /** @type {boolean} */ must,
  ) => {
    const place = find(packages, from, name);
    if (place === null) {
      if (must) throw new Error(`the package ${name} is not installed`);
      return;
    }
    if (places.has(place)) return;
    places.add(place);
    const { dependencies = {}, optionalDependencies = {} } = packages[place] ?? {};
    for (const needed of Object.keys(dependencies))
      visit(place, needed, !(needed in optionalDependencies));
    for (const wanted of Object.keys(optionalDependencies)) visit(place, wanted, false);
  };
  for (const name of names) visit('', name, true);
  return [...places].sort();
}

/**
 * Looks for a package as Node does: in the folder of who asks, then in those above.
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 */
function find(packages, from, name) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return null;
  }
}
