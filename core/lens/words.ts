import { compareIds } from './compare-ids.ts';

/** Entry ids that a sentence names one by one; of more it tells only the number. */
const NAMED_IDS = 3;
/** Longest name in a sentence, in characters. */
const LONGEST_NAME = 60;

/** The name of a key, group or consumer as it stands in a sentence: quoted when it would be misread there. */
export function nameIn(name: string): string {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return /^[\p{L}\p{N}_:.@#$/+…-]+$/u.test(short) && !/[.:]$/.test(short)
    ? short
    : JSON.stringify(short);
}

/** A consumer as it stands in a sentence, with its group where its name does not begin with it. */
export function consumerIn(consumer: string, group: string): string {
  const isClear = group !== '' && consumer.startsWith(group);
  return isClear ? nameIn(consumer) : `${nameIn(consumer)} of ${nameIn(group)}`;
}

/** What a sentence is about: some entries, named when they are few. */
export interface Subject {
  /** "1-0", "1-0 and 2-0", "10 entries" */
  text: string;
  isOne: boolean;
  /** Picks the form of a word that fits. */
  pick: (one: string, many: string) => string;
}

/** @param count how many they are; more than the ids when not all are known */
export function subjectOf(ids: readonly string[], count: number, noun = 'entries'): Subject {
  const isOne = count === 1;
  const named = ids.length === count && count <= NAMED_IDS ? ids : null;
  const text = named === null ? `${count} ${isOne ? 'entry' : noun}` : listOf(named);
  return { text, isOne, pick: (one, many) => (isOne ? one : many) };
}

function listOf(ids: readonly string[]): string {
  const sorted = [...ids].sort(compareIds);
  const last = sorted.pop() ?? '';
  return sorted.length === 0 ? last : `${sorted.join(', ')} and ${last}`;
}

/** A moment in a sentence, in UTC. @param at Unix time in ms; any number, as EXPIREAT takes it */
export function momentIn(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return 'a time too far away to be written as a date';
  return `${date.toISOString().replace('T', ' ').slice(0, -5)} UTC`;
}

/** The words with their first letter large, as a sentence begins; names and ids are left as they are. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
