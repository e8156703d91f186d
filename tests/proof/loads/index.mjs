import * as events from './events.mjs';
import * as grpc from './grpc.mjs';
import * as http from './http.mjs';
import * as http2 from './http2.mjs';
import * as messages from './messages.mjs';
import * as socketio from './socketio.mjs';
import * as websocket from './websocket.mjs';

/** By the name that `services.mjs` uses. */
export const LOADS = { events, grpc, http, http2, messages, socketio, websocket };
