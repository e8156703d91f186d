const grpc = require('@grpc/grpc-js');

const text = { serialize: (value) => Buffer.from(value), deserialize: (buffer) => buffer.toString() };

const service = {
  work: {
    path: '/jobs.Jobs/Work',
    requestStream: false,
    responseStream: false,
    requestSerialize: text.serialize,
    requestDeserialize: text.deserialize,
    responseSerialize: text.serialize,
    responseDeserialize: text.deserialize,
  },
};

const server = new grpc.Server();

server.addService(service, {
  work(call, callback) {
    setTimeout(() => callback(null, `done ${call.request}`), 200);
  },
});

server.bindAsync(`127.0.0.1:${process.env.PORT}`, grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
