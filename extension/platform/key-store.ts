/** Keeps the key that signs cards: IndexedDB is the one store that holds a key without showing it. */

const DATABASE = 'dueline-keys';
const STORE = 'keys';
const SIGNING = 'signing';
const BEFORE = 'before';

/** The kept key pair, or the one that `make` gives, kept from now on. */
export async function signingKey(make: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair> {
  const database = await open();
  try {
    const kept = await asked<CryptoKeyPair | undefined>(stored(database, 'readonly').get(SIGNING));
    if (kept) return kept;
    const made = await make();
    // Whoever comes second keeps the key of the first.
    await asked(stored(database, 'readwrite').add(made, SIGNING)).catch(() => undefined);
    return await asked<CryptoKeyPair>(stored(database, 'readonly').get(SIGNING));
  } finally {
    database.close();
  }
}

/** Another key takes its place, and it is kept for an undo. */
export async function renewSigningKey(make: () => Promise<CryptoKeyPair>): Promise<void> {
  // Made first: a transaction waits for nothing but its own requests.
  await exchange(await make());
}

/** The key before is the one that signs again. */
export function bringBackSigningKey(): Promise<void> {
  return exchange(null);
}

/** Both keys change in one transaction, or neither does; `null`: the one before comes back. */
async function exchange(made: CryptoKeyPair | null): Promise<void> {
  const database = await open();
  try {
    const keys = stored(database, 'readwrite');
    const [now, before] = [
      await asked<CryptoKeyPair | undefined>(keys.get(SIGNING)),
      await asked<CryptoKeyPair | undefined>(keys.get(BEFORE)),
    ];
    const next = made ?? before;
    if (!next) return;
    if (now) await asked(keys.put(now, BEFORE));
    await asked(keys.put(next, SIGNING));
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return asked(request);
}

function stored(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction(STORE, mode).objectStore(STORE);
}

function asked<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
