import { expose } from 'comlink';
import { holdHeartbeat } from '../workerHeartbeat.ts';
import { createPhotoWorkerApi } from './photoWorkerApi.ts';

holdHeartbeat(self.name);
expose(createPhotoWorkerApi());
