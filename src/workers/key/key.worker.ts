import { expose } from 'comlink';
import { createKeyWorkerApi } from './keyWorkerApi.ts';

expose(createKeyWorkerApi());
