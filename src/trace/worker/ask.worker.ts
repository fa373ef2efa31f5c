import { runtimeFiles } from '../../models/runtimeFiles.ts';
import { serveWorker } from '../../threads/serveWorker.ts';
import { Questioner } from '../ask/askModel.ts';
import type { AskWorkerApi } from './probesProtocol.ts';

const questioner: AskWorkerApi = new Questioner(runtimeFiles);

serveWorker(questioner);
