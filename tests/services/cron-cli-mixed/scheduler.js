import cron from 'node-cron';
import { writeReport } from './report.js';

cron.schedule('0 * * * *', () => writeReport('hourly'));
