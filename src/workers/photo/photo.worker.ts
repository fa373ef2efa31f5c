import { expectHeicLine } from '../../codec/heic/sharedDecoder.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { createPhotoWorkerApi } from './photoWorkerApi.ts';

expectHeicLine();
serveWorker(createPhotoWorkerApi());
