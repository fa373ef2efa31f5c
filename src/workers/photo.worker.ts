import { expose } from 'comlink';
import { createPhotoWorkerApi } from './photoWorkerApi.ts';

expose(createPhotoWorkerApi());
