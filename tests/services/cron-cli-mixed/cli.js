#!/usr/bin/env node
import { writeReport } from './report.js';

const [, , name] = process.argv;
if (!name) {
  console.error('usage: reports NAME');
  process.exit(2);
}
await writeReport(name);
process.exit(0);
