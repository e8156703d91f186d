const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const { charge } = require('./charge');

class PaymentServer {
  constructor(port) {
    this.port = port;
    this.server = new grpc.Server();
    const definition = protoLoader.loadSync('payment.proto');
    const { PaymentService } = grpc.loadPackageDefinition(definition).payment;
    this.server.addService(PaymentService.service, { charge: PaymentServer.charge.bind(this) });
  }

  static charge(call, callback) {
    callback(null, charge(call.request));
  }

  listen() {
    const server = this.server;
    server.bindAsync(`0.0.0.0:${this.port}`, grpc.ServerCredentials.createInsecure(), (error) => {
      if (error) throw error;
    });
  }

  stop() { // expect: require-shutdown-deadline
    this.server.tryShutdown((error) => {
      process.exit(error ? 1 : 0);
    });
  }
}

const server = new PaymentServer(process.env.PORT);
server.listen();

process.on('SIGTERM', () => {
  console.log('stopping');
  server.stop();
});
