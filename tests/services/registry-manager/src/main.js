import { startBroker } from './broker.js';
import { startHttp } from './http.js';
import { shutdownManager } from './shutdown-manager.js';

shutdownManager.listen();
startBroker();
startHttp();
