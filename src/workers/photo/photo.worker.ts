import { expose } from 'comlink';
import { holdLife } from '../life.ts';
import { createPhotoWorkerApi } from './photoWorkerApi.ts';

holdLife(self.name);
expose(createPhotoWorkerApi());
