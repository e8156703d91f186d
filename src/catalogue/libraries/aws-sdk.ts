import { each } from '../members.js';
import type { Library } from '../shape.js';

/** One shape for every client of version 3: `destroy()` ends its sockets, idle ones do not hold the process. From its declarations. */
export const awsSdk: Library = {
  name: '@aws-sdk/client-sqs',
  modules: ['@aws-sdk/client-sqs', '@aws-sdk', '@aws-sdk/*'],
  manual: 'https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/creating-and-calling-service-objects.html',
  verified: 'manual',
  exports: {
    ...each(
      'SQSClient SNSClient S3Client DynamoDBClient KinesisClient LambdaClient SecretsManagerClient SSMClient SESClient SESv2Client EventBridgeClient SFNClient CloudWatchClient CloudWatchLogsClient STSClient KMSClient FirehoseClient CognitoIdentityProviderClient SQS SNS S3 DynamoDB Kinesis Lambda SecretsManager SSM SES EventBridge SFN CloudWatch STS KMS Firehose',
      { returns: 'Client', opens: true },
    ),
    DynamoDBDocumentClient: { members: { from: { returns: 'Client', opens: true } } },
    DynamoDBDocument: { members: { from: { returns: 'Client', opens: true } } },
    S3Client: { returns: 'Client', opens: true },
  },
  types: {
    Client: {
      label: 'AWS client',
      kind: 'client',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      timeouts: ['0.requestHandler.requestTimeout', '0.requestHandler.socketTimeout', '0.requestHandler'],
      members: {
        send: { promise: true, io: { timeout: ['1.abortSignal', '1.requestTimeout'] } },
        destroy: { closes: { style: 'sync', drains: false } },
        middlewareStack: {},
        config: {},
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  sqs.destroy(); // close
  process.exit(0);
});
`,
      opens: ['Client', 'node:http#Server'],
      live: true,
    },
  ],
};
