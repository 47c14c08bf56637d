using SampleWorker;

await WorkerHost.Create(args).RunAsync();
