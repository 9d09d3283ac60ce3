/**
 * What an older snapshot knows of a part of a newer one: the part as it was; `absent`, it was not
 * there; `unknown`, it may have been among those that the older snapshot has no room for.
 */
export type Former<T extends object> = T | 'absent' | 'unknown';
