export function startStatistics() {
  setInterval(() => console.log(process.memoryUsage().rss), 60_000); // expect: no-uncleared-timer
}
