import { wasmFiles } from '../../tfjs/wasmFiles.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { Lab } from '../lab/lab.ts';
import type { LabWorkerApi } from './labProtocol.ts';

const lab: LabWorkerApi = new Lab(wasmFiles);

serveWorker(lab);
