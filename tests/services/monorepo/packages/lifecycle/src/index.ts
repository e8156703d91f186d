export interface Closable {
  close(): Promise<void>;
}

const closables: Closable[] = [];
let closing = false;

export function own(closable: Closable): void {
  closables.push(closable);
}

export function handleSignals(deadline = 10_000): void {
  const close = async (signal: string): Promise<void> => {
    if (closing) return;
    closing = true;
    console.log(signal);
    setTimeout(() => process.exit(1), deadline).unref();
    for (const closable of closables.reverse()) await closable.close();
    process.exit(0);
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}
