import { expose } from 'comlink';
import { wasmFiles } from '../../tfjs/wasmFiles.ts';
import { holdHeartbeat } from '../../workers/workerHeartbeat.ts';
import { Lab } from '../lab/lab.ts';
import type { LabWorkerApi } from './labProtocol.ts';

const lab: LabWorkerApi = new Lab(wasmFiles);

holdHeartbeat(self.name);
expose(lab);
