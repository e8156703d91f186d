import { Client } from '@elastic/elasticsearch';

const client = new Client({ node: process.env.ELASTIC_URL });

export async function index(document) {
  await client.index({ index: 'documents', document });
}
