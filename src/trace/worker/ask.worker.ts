import { serveWorker } from '../../threads/serveWorker.ts';
import { Questioner } from '../ask/askModel.ts';
import { runtimeFiles } from '../ask/runtimeFiles.ts';
import type { AskWorkerApi } from './probesProtocol.ts';

const questioner: AskWorkerApi = new Questioner(runtimeFiles);

serveWorker(questioner);
