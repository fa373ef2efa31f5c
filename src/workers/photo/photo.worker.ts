import { serveWorker } from '../../threads/serveWorker.ts';
import { createPhotoWorkerApi } from './photoWorkerApi.ts';

serveWorker(createPhotoWorkerApi());
