import { expose } from 'comlink';
import { holdLife } from '../../workers/life.ts';
import { wasmFiles } from '../lab/backends/wasmFiles.ts';
import { Lab } from '../lab/lab.ts';
import type { LabWorkerApi } from './labProtocol.ts';

const lab: LabWorkerApi = new Lab(wasmFiles);

holdLife(self.name);
expose(lab);
