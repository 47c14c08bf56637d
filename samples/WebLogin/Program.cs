using WebLogin;

await using var provider = await Provider.StartAsync(args);
await using var app = WebLoginApp.Create(args, provider.Settings);
await app.StartAsync();
Console.WriteLine($"\n  Open {app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}\n  {provider.Description}\n{provider.ForAnotherInstance}  Ctrl+C ends it.\n");
await app.WaitForShutdownAsync();
