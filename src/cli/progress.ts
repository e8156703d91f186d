import process from 'node:process';

const FRAMES = ['.  ', '.. ', '...'];

/** Shows on a terminal that a long run goes on; elsewhere nothing. Call `end` when it is over. */
export function showProgress(): { readonly end: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { end: () => undefined };
  let frame = 0;
  const timer = setInterval(() => {
    stderr.write(`\rlinting ${FRAMES[frame % FRAMES.length] ?? ''}`);
    frame += 1;
  }, 1000);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      if (frame > 0) stderr.write('\r\u001B[K');
    },
  };
}
