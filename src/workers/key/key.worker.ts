import { serveWorker } from '../../threads/serveWorker.ts';
import { createKeyWorkerApi } from './keyWorkerApi.ts';

serveWorker(createKeyWorkerApi());
