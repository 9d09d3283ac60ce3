type Unit =
  | 'ms'
  | 'MB'
  | 'bytes'
  | 'characters'
  | 'sessions'
  | 'people'
  | 'connections'
  | 'messages'
  | 'restarts'
  | 'threads'
  | 'runs'
  | 'pairs'
  | 'moments';

/** One bound of the server: its name in the environment, its unit and its default. */
interface Limit {
  readonly env: string;
  readonly unit: Unit;
  readonly value: number;
  readonly what: string;
}

/** Every limit of the server. The README's table tells the same. */
export const LIMITS = {
  sessions: {
    env: 'STREAMBOOK_SESSIONS',
    unit: 'sessions',
    value: 100,
    what: 'learners at once; whoever comes then waits in line, and gets in when one has left',
  },
  waiting: {
    env: 'STREAMBOOK_WAITING',
    unit: 'people',
    value: 200,
    what: 'people in that line; one more is told to come again later',
  },
  sessionsPerAddress: {
    env: 'STREAMBOOK_SESSIONS_PER_ADDRESS',
    unit: 'sessions',
    value: 100,
    what: 'sessions from one network address, with those that wait; a school may have one for all',
  },
  startsPerMinute: {
    env: 'STREAMBOOK_STARTS_PER_MINUTE',
    unit: 'sessions',
    value: 120,
    what: 'sessions that may be begun from one network address within a minute',
  },
  restartsPerMinute: {
    env: 'STREAMBOOK_RESTARTS_PER_MINUTE',
    unit: 'restarts',
    value: 10,
    what: 'how often one session may be restarted within a minute',
  },
  connections: {
    env: 'STREAMBOOK_CONNECTIONS',
    unit: 'connections',
    value: 1000,
    what: 'WebSockets at once, those of people who wait in line too',
  },
  connectionsPerAddress: {
    env: 'STREAMBOOK_CONNECTIONS_PER_ADDRESS',
    unit: 'connections',
    value: 400,
    what: 'the same from one network address',
  },
  helloMs: {
    env: 'STREAMBOOK_HELLO_MS',
    unit: 'ms',
    value: 10_000,
    what: 'how long a connection may take to say what it wants, before it is closed',
  },
  messagesPerSecond: {
    env: 'STREAMBOOK_MESSAGES_PER_SECOND',
    unit: 'messages',
    value: 50,
    what: 'messages of one connection that are read in a second, after ten times as many at once',
  },
  detachedMs: {
    env: 'STREAMBOOK_DETACHED_MS',
    unit: 'ms',
    value: 30 * 60_000,
    what: 'how long a session is kept when no page is connected to it',
  },
  unusedMs: {
    env: 'STREAMBOOK_UNUSED_MS',
    unit: 'ms',
    value: 60_000,
    what: 'the same for a session in which nothing was run',
  },
  idleMs: {
    env: 'STREAMBOOK_IDLE_MS',
    unit: 'ms',
    value: 2 * 60 * 60_000,
    what: 'how long a session is kept whose page is open, but in which nothing is done',
  },
  queuedRuns: {
    env: 'STREAMBOOK_QUEUED_RUNS',
    unit: 'runs',
    value: 200,
    what: 'runs of one session that have not ended',
  },
  cellMs: {
    env: 'STREAMBOOK_CELL_MS',
    unit: 'ms',
    value: 60_000,
    what: 'how long a cell may compute or await before the learner is asked whether it may go on',
  },
  cellWaitMs: {
    env: 'STREAMBOOK_CELL_WAIT_MS',
    unit: 'ms',
    value: 20 * 60_000,
    what: 'the same with the time that it is blocked in a read of Redis, which costs next to nothing',
  },
  answerMs: {
    env: 'STREAMBOOK_ANSWER_MS',
    unit: 'ms',
    value: 60_000,
    what: 'how long the learner has to let that cell go on; then it is stopped',
  },
  kernelHeapMb: {
    env: 'STREAMBOOK_KERNEL_HEAP_MB',
    unit: 'MB',
    value: 256,
    what: 'memory of the JavaScript heap of one kernel',
  },
  kernelMemoryMb: {
    env: 'STREAMBOOK_KERNEL_MEMORY_MB',
    unit: 'MB',
    value: 1280,
    what: 'all that one kernel may write to, on Linux: its heap and 1024 MB, half of them a reserve',
  },
  kernelThreads: {
    env: 'STREAMBOOK_KERNEL_THREADS',
    unit: 'threads',
    value: 64,
    what: 'threads of one kernel, behind bubblewrap',
  },
  redisMemoryMb: {
    env: 'STREAMBOOK_REDIS_MEMORY_MB',
    unit: 'MB',
    value: 24,
    what: 'data in one Redis; a command that would exceed it gets an OOM error',
  },
  redisBusyMs: {
    env: 'STREAMBOOK_REDIS_BUSY_MS',
    unit: 'ms',
    value: 10_000,
    what: 'how long one command may keep a Redis from answering; then it is replaced by an empty one',
  },
  lastLookMs: {
    env: 'STREAMBOOK_LAST_LOOK_MS',
    unit: 'ms',
    value: 1000,
    what: 'how long a run waits for a look at the streams before and after it; a Redis may be busy',
  },
  outputCharacters: {
    env: 'STREAMBOOK_OUTPUT_CHARACTERS',
    unit: 'characters',
    value: 1_000_000,
    what: 'output that one run may show; the rest is dropped, and said so',
  },
  outputPerSecond: {
    env: 'STREAMBOOK_OUTPUT_PER_SECOND',
    unit: 'characters',
    value: 200_000,
    what: 'output of one session in a second, after as much at once as one run may show',
  },
  sessionOutputCharacters: {
    env: 'STREAMBOOK_SESSION_OUTPUT_CHARACTERS',
    unit: 'characters',
    value: 8_000_000,
    what: 'output that the server keeps for one session; the oldest is dropped first',
  },
  spares: {
    env: 'STREAMBOOK_SPARES',
    unit: 'pairs',
    value: 2,
    what: 'kernels with a Redis that are kept warm for the next learner, about 60 MB each; 0: none',
  },
  mostSpares: {
    env: 'STREAMBOOK_MOST_SPARES',
    unit: 'pairs',
    value: 6,
    what: 'the same while many come: as many as were taken within the last minute, up to this',
  },
  startsAtOnce: {
    env: 'STREAMBOOK_STARTS_AT_ONCE',
    unit: 'pairs',
    value: 2,
    what: 'kernels with a Redis that are started at once, so that running cells are not starved',
  },
  refillMs: {
    env: 'STREAMBOOK_REFILL_MS',
    unit: 'ms',
    value: 600,
    what: 'how long the machine rests before each spare is started',
  },
  startMs: {
    env: 'STREAMBOOK_START_MS',
    unit: 'ms',
    value: 30_000,
    what: 'how long a kernel or a Redis may take to start',
  },
  drainMs: {
    env: 'STREAMBOOK_DRAIN_MS',
    unit: 'ms',
    value: 5_000,
    what: 'how long cells that are running may still finish when the server is told to end',
  },
  restorePoints: {
    env: 'STREAMBOOK_RESTORE_POINTS',
    unit: 'moments',
    value: 100,
    what: 'moments of one session that its Redis can be put back to; the oldest are forgotten first',
  },
  restoreMb: {
    env: 'STREAMBOOK_RESTORE_MB',
    unit: 'MB',
    value: 8,
    what: 'data that all these moments of one session may hold together',
  },
  sendBufferBytes: {
    env: 'STREAMBOOK_SEND_BUFFER_BYTES',
    unit: 'bytes',
    value: 16 * 1024 * 1024,
    what: 'unsent data of one connection; a slower page is disconnected and comes back',
  },
} as const satisfies Record<string, Limit>;

export type Limits = { readonly [name in keyof typeof LIMITS]: number };

/**
 * The limits in force: the defaults, or what the environment says instead.
 * @throws Error naming the variable whose value is not a whole number of at least 0
 */
export function readLimits(env: Readonly<Record<string, string | undefined>>): Limits {
  const read = ({ env: name, value }: Limit): number => {
    const text = env[name];
    if (text === undefined || text === '') return value;
    if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`);
    return Number(text);
  };
  return {
    sessions: read(LIMITS.sessions),
    waiting: read(LIMITS.waiting),
    sessionsPerAddress: read(LIMITS.sessionsPerAddress),
    startsPerMinute: read(LIMITS.startsPerMinute),
    restartsPerMinute: read(LIMITS.restartsPerMinute),
    connections: read(LIMITS.connections),
    connectionsPerAddress: read(LIMITS.connectionsPerAddress),
    helloMs: read(LIMITS.helloMs),
    messagesPerSecond: read(LIMITS.messagesPerSecond),
    detachedMs: read(LIMITS.detachedMs),
    unusedMs: read(LIMITS.unusedMs),
    idleMs: read(LIMITS.idleMs),
    queuedRuns: read(LIMITS.queuedRuns),
    cellMs: read(LIMITS.cellMs),
    cellWaitMs: read(LIMITS.cellWaitMs),
    answerMs: read(LIMITS.answerMs),
    kernelHeapMb: read(LIMITS.kernelHeapMb),
    kernelMemoryMb: read(LIMITS.kernelMemoryMb),
    kernelThreads: read(LIMITS.kernelThreads),
    redisMemoryMb: read(LIMITS.redisMemoryMb),
    redisBusyMs: read(LIMITS.redisBusyMs),
    lastLookMs: read(LIMITS.lastLookMs),
    outputCharacters: read(LIMITS.outputCharacters),
    outputPerSecond: read(LIMITS.outputPerSecond),
    sessionOutputCharacters: read(LIMITS.sessionOutputCharacters),
    spares: read(LIMITS.spares),
    mostSpares: read(LIMITS.mostSpares),
    startsAtOnce: read(LIMITS.startsAtOnce),
    refillMs: read(LIMITS.refillMs),
    startMs: read(LIMITS.startMs),
    drainMs: read(LIMITS.drainMs),
    restorePoints: read(LIMITS.restorePoints),
    restoreMb: read(LIMITS.restoreMb),
    sendBufferBytes: read(LIMITS.sendBufferBytes),
  };
}
